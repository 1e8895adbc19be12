import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionRoot, ellipses, isStopWord, sentences, stem, termsWithin, tokens, wholeWord } from './index.ts';

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
    expect(tokens('a\u0308'.repeat(2_000_000)).map((t) => [t.word.length, t.start, t.end])).toEqual([[2_000_000, 0, 4_000_000]]);
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
      ['plats', 'platser', 'platsen'],
      ['kafé', 'kaféer', 'kaféerna', 'kaféet'],
      ['konferens', 'konferenser', 'konferensen'],
      ['textil', 'textilier', 'textilierna'],
      ['cykel', 'cykeln', 'cyklar'],
      ['dator', 'datorer', 'datorn'],
      ['kurs', 'kurser', 'kursen'],
    ]) {
      expect(new Set(forms.map(stem)), forms.join()).toHaveLength(1);
    }
  });

  it('keeps different words apart', () => {
    expect(stem('tvätt')).not.toBe(stem('tvist'));
    expect(stem('kafé')).not.toBe(stem('kaffe'));
  });

  it('keeps apart words that only share letters', () => {
    for (const [a, b] of [
      ['lager', 'lagar'],
      ['internat', 'internet'],
      ['målar', 'målet'],
      ['billigt', 'bilen'],
      ['bröderna', 'bröd'],
    ] as const)
      expect(stem(a), a).not.toBe(stem(b));
  });

  it('never throws and never lengthens', () => {
    fc.assert(fc.property(fc.string(), (word) => stem(word).length <= Math.max(word.length, 1)));
  });
});

describe('actionRoot', () => {
  it('is what the noun and the verb of an action share', () => {
    for (const [noun, verb] of [
      ['lagning', 'lagar'],
      ['sortering', 'sorterar'],
      ['tömning', 'tömmer'],
      ['odling', 'odlar'],
    ] as const)
      expect(actionRoot(stem(noun)), noun).toBe(actionRoot(stem(verb)));
  });

  it('never throws and never lengthens', () => {
    fc.assert(fc.property(fc.string(), (word) => actionRoot(word).length <= word.length));
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

  it('does not part a verb from its particle', () => {
    expect(within('försäkringsupphandling', 'handling')).toEqual([]);
    expect(within('tillagning', 'lagning')).toEqual([]);
    expect(within('textillagning', 'lagning')).toHaveLength(1);
    expect(within('journalhandlingar', 'handling')).toHaveLength(1);
  });
});

describe('words cut short', () => {
  it('are known by their ends', () => {
    const whole = ['trädg', 'klottersan', 'gräsklippn', 'renhålln', 'möbelrep', 'filminspeln'].map((word) => wholeWord(word, ', kök'));
    expect(whole).toEqual(['trädgård', 'klottersanering', 'gräsklippning', 'renhållning', 'möbelreparation', 'filminspelning']);
    expect(wholeWord('trädg', '')).toBe('trädgård');
    expect([wholeWord('f', ' seniorer'), wholeWord('m', ' servering'), wholeWord('f', 'd.'), wholeWord('m', 'm.')]).toEqual([
      'för',
      'med',
      undefined,
      undefined,
    ]);
  });

  it('are not whole words before a full stop', () => {
    const words = ['barn', 'förskolebarn', 'hamn', 'brunn', 'datorn', 'servern', 'eln', 'kl', 'städ', 'mitten', 'paket', 'el'];
    expect(words.map((word) => wholeWord(word, ''))).toEqual(words.map(() => undefined));
    expect([wholeWord('renhålln', ' Vi städar'), wholeWord('t', ' ex. städ'), wholeWord('m', ' fl.')]).toEqual([undefined, undefined, undefined]);
  });

  it('never throw, and become longer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (word, after) => (wholeWord(word, after)?.length ?? Infinity) > word.length),
    );
  });
});

describe('sentences', () => {
  const parts = (text: string): string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

  it('ends at a mark, an empty line and before a list item, not at an abbreviation', () => {
    expect(parts('Vi städar. Ni äter!\n- fika\n- lunch\n\nSlut')).toEqual(['Vi städar.', 'Ni äter!', '- fika', '- lunch', 'Slut']);
    expect(parts('Arbete bl.a. med städ, kl. 9 t.ex. i Solna. Sedan 1.5 timmar.')).toEqual([
      'Arbete bl.a. med städ, kl. 9 t.ex. i Solna.',
      'Sedan 1.5 timmar.',
    ]);
    expect(parts(' \n ')).toEqual([]);
  });

  it('never throws, and loses nothing but white space', () => {
    const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('. ', '\n\n', 'bl.a.', '! ', '\n- ', 'Å')), { maxLength: 20 });
    fc.assert(
      fc.property(text, (pieces) => {
        const whole = pieces.join('');
        expect(parts(whole).join('').replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
      }),
    );
  });
});

describe('ellipses', () => {
  it('lends the end of the next word of the series to one cut short', () => {
    const [found, ...more] = cut('Park- och naturskötsel');
    expect(found?.readings).toContain('parkskötsel');
    expect(found).toMatchObject({ cut: 0, lender: 2 });
    expect(more).toEqual([]);
    expect(cut('städ-, flytt- och bärtjänster').map((e) => e.readings.find((r) => r.endsWith('dtjänster') || r === 'flytttjänster'))).toEqual([
      'städtjänster',
      'flytttjänster',
    ]);
  });

  it('finds none in a hyphened word, at a line break or at the end', () => {
    expect(['IT-support', 'städ-\nning', 'städ-', 'städ- och'].flatMap(cut)).toEqual([]);
  });

  it('never throws and stays short', () => {
    const piece = fc.constantFrom('a-', ', ', ' och ', 'städ-', 'x'.repeat(100), 'tjänster', '-', 'ö ');
    fc.assert(fc.property(fc.array(piece), (pieces) => cut(pieces.join('')).every((e) => e.readings.length <= 60)));
  });

  function cut(text: string) {
    return ellipses(text, tokens(text));
  }
});

describe('isStopWord', () => {
  it('knows function words and the words of every notice', () => {
    expect(['och', 'upphandling', 'a'].map(isStopWord)).toEqual([true, true, true]);
    expect(['städning', 'kök'].map(isStopWord)).toEqual([false, false]);
  });
});
