import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStopWord, stem, termsWithin, tokens } from './index.ts';

describe('tokens', () => {
  it('gives words in lower case with their place in the text', () => {
    expect(tokens('IT-support, 24 h!')).toEqual([
      { word: 'it', start: 0, end: 2 },
      { word: 'support', start: 3, end: 10 },
      { word: 'h', start: 15, end: 16 },
    ]);
  });

  it('joins a word that was parted at the end of a line, and reads decomposed letters', () => {
    const text = 'Sta\u0308d-\nning av kon\u00adtor';
    expect(tokens(text).map((t) => t.word)).toEqual(['städning', 'av', 'kontor']);
    expect(text.slice(tokens(text)[0]?.start, tokens(text)[0]?.end)).toBe('Sta\u0308d-\nning');
  });

  it('never throws, and every word is where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { word, start, end } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(
            text
              .slice(start, end)
              .normalize('NFC')
              .toLowerCase()
              .replace(/\u00ad|-\r?\n[ \t]*/g, ''),
          ).toBe(word);
          last = end;
        }
      }),
    );
  });

  it('takes a long text and a long word in its stride', () => {
    const started = performance.now();
    expect(tokens('städning '.repeat(600_000))).toHaveLength(600_000);
    expect(tokens('å'.repeat(100_000))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('stem', () => {
  it('gives forms of one word one stem', () => {
    for (const forms of [
      ['städning', 'städningen', 'städningar'],
      ['möbel', 'möbler', 'möblerna'],
      ['cykel', 'cyklar', 'cyklarna'],
      ['arbete', 'arbetet', 'arbeten'],
      ['lokalvård', 'lokalvården', 'lokalvårdare'],
      ['trädgård', 'trädgårdar', 'trädgårdarna'],
    ]) {
      expect(new Set(forms.map(stem)), forms.join()).toHaveLength(1);
    }
  });

  it('keeps different words apart', () => {
    expect(stem('tvätt')).not.toBe(stem('tvist'));
    expect(stem('kafé')).not.toBe(stem('kaffe'));
  });

  it('never throws and never lengthens', () => {
    fc.assert(fc.property(fc.string(), (word) => stem(word).length <= Math.max(word.length, 1)));
  });
});

describe('termsWithin', () => {
  const within = (word: string, ...terms: string[]) => termsWithin(stem(word), (part) => terms.map(stem).includes(part));

  it('finds a term as the last part, and as the first before a generic head', () => {
    expect(within('kontorsstädning', 'städning')).toEqual([{ term: stem('städning'), relation: 'head' }]);
    expect(within('lokalvårdstjänster', 'lokalvård')).toEqual([{ term: stem('lokalvård'), relation: 'first' }]);
  });

  it('does not find the name of a thing that is used for it', () => {
    expect(within('städmaskin', 'städ')).toEqual([]);
    expect(within('anbud', 'bud')).toEqual([]);
  });
});

describe('isStopWord', () => {
  it('knows function words and the words of every notice', () => {
    expect(['och', 'upphandling', 'a'].map(isStopWord)).toEqual([true, true, true]);
    expect(['städning', 'kök'].map(isStopWord)).toEqual([false, false]);
  });
});
