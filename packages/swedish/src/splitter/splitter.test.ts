import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLexicon, encodeLexicon } from './lexicon-bytes.ts';
import { prepareLexicon } from './prepare-lexicon.ts';
import { createSplitter } from './splitter.ts';

/** A dictionary of our own in the format of hunspell, with the compound flags of dictionary-sv. */
const AFF = 'SFX f Y 1\nSFX f 0 s/WUZ .\nSFX v Y 1\nSFX v 0 s/WXZ .\nSFX A Y 2\nSFX A 0 en .\nSFX A 0 er .\n';
const ENTRIES = [
  'städ/XYA',
  'tjänst/YAf',
  'marknad/YAfv',
  'arbete/YA',
  'arbets/XUZ',
  'insats/YAf',
  'kontor/YAfv',
  'flytt/XYA',
  'natt/XYA',
  'hund/XYA',
  'vakt/XYA',
];
const more = ['snö/XYA', 'röjning/YAf', 'plats/YA', 'hus/XY', 'lag/XYA', 'skola/YA', 'skol/XUZ'];
const DIC = [String(ENTRIES.length + more.length), ...ENTRIES, ...more].join('\n');
const lexicon = prepareLexicon(AFF, DIC);
const { split } = createSplitter(lexicon);

describe('split', () => {
  it('takes linking letters with the part before, and reads a letter that is written twice instead of three times as part of both', () => {
    expect(split('städtjänst')).toEqual(['städ', 'tjänst']);
    expect(split('arbetsmarknadsinsatser')).toEqual(['arbets', 'marknads', 'insatser']);
    expect(split('flyttjänst')).toEqual(['flytt', 'jänst']);
    expect(split('nattjänster')).toEqual(['natt', 'jänster']);
  });

  it('leaves whole what is no compound', () => {
    for (const word of ['tjänsten', 'marknad', 'insatser', 'hund', 'xyzstäd', '', 'å']) expect(split(word)).toEqual([word]);
  });

  it('does not depend on case or on how å ä ö are encoded', () => {
    expect(split('STÄDTJÄNST'.normalize('NFD'))).toEqual(['städ', 'tjänst']);
  });

  it('gives parts that join back to the word, whatever the word', () => {
    const words = fc
      .array(fc.constantFrom('städ', 'tjänst', 's', 'hund', 'vakt', 'er', 'nat', 'kontor', 'snö', 'röjning', 'q'), { maxLength: 8 })
      .map((p) => p.join(''));
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (word) => {
        expect(split(word).join('')).toBe(word.normalize('NFC').toLowerCase().normalize('NFC'));
        expect(split(split(word).join(''))).toEqual(split(word));
      }),
    );
  });

  it('answers at once for words that are no words', () => {
    const started = performance.now();
    for (const word of ['städ'.repeat(25_000), '1'.repeat(100_000), '\ud800', '\u202eståd', '🧹🧹', 'ﷺ']) expect(split(word)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('the prepared file', () => {
  it('gives back the lexicon', () => {
    const bytes = encodeLexicon(lexicon);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    for (const read of [decodeLexicon(bytes), decodeLexicon(shifted.subarray(1))]) {
      expect(createSplitter(read as NonNullable<typeof read>).split('arbetsmarknadsinsatser')).toEqual(['arbets', 'marknads', 'insatser']);
    }
  });

  it('is not used when a byte is wrong, missing or too many', () => {
    const bytes = encodeLexicon(lexicon);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Uint8Array.from(bytes);
        damaged[at] = (damaged[at] as number) ^ change;
        expect(decodeLexicon(damaged)).toBeUndefined();
      }),
    );
    expect(decodeLexicon(bytes.subarray(0, bytes.length - 1))).toBeUndefined();
    expect(decodeLexicon(Uint8Array.from([...bytes, 0]))).toBeUndefined();
    expect(decodeLexicon(new Uint8Array())).toBeUndefined();
  });
});
