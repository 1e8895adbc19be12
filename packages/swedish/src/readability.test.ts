import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocks } from './blocks.ts';
import { readability } from './readability.ts';
import { sentences } from './sentences.ts';
import { wordsIn } from './words.ts';

const words = (text: string): string[] => wordsIn(text).map((w) => w.text);
const kinds = (text: string): string[] => blocks(text).map((b) => `${b.kind}: ${text.slice(b.body, b.end)}`);

describe('words as LIX counts them', () => {
  it.each([
    ['Anbud lämnas senast kl. 16.00.', ['Anbud', 'lämnas', 'senast', 'kl', '16.00']],
    ['Värdet är 1 250 000 kr.', ['Värdet', 'är', '1 250 000', 'kr']],
    ['Se 12 kap. 2 § LOU, t.ex. LOU:s bilaga.', ['Se', '12', 'kap', '2', 'LOU', 't.ex', 'LOU:s', 'bilaga']],
    ['IT-support och/eller städ- och tvättjänster – kl. 8–15', ['IT-support', 'och', 'eller', 'städ', 'och', 'tvättjänster', 'kl', '8–15']],
    ['en lokal-\nvårdare', ['en', 'lokal-\nvårdare']],
    ['– § ! …', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));
});

describe('blocks', () => {
  it('knows headings, lists and tables from running text', () => {
    const text = `# Städning av Jobbtorg

1. Inledning

Stockholms stad behöver städning av
Jobbtorg i Kista. Arbetet sker dagtid.

3.1 Krav på leverantören
Leverantören ska:
- städa varje dag,
  även på lördagar
• putsa fönster.
a) tvätta mattor

Yta | Kvadratmeter
Kontor	1 250
Diarienummer: AMN 2027-03

3.2 Leverantören ska lämna en plan.
3.3 Planen ska vara skriftlig.`;
    expect(kinds(text)).toEqual([
      'heading: Städning av Jobbtorg',
      'heading: Inledning',
      'prose: Stockholms stad behöver städning av\nJobbtorg i Kista. Arbetet sker dagtid.',
      'heading: Krav på leverantören',
      'prose: Leverantören ska:',
      'list: städa varje dag,\n  även på lördagar',
      'list: putsa fönster.',
      'list: tvätta mattor',
      'table: Yta | Kvadratmeter',
      'table: Kontor	1 250',
      'table: Diarienummer: AMN 2027-03',
      'prose: Leverantören ska lämna en plan.',
      'prose: Planen ska vara skriftlig.',
    ]);
  });

  it('gives what is written, in order, for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'Å', '.', ' ', '\n', '\t', '|', '-', '1', '#', '§', ':')), (pieces) => {
        const text = pieces.join('');
        let before = 0;
        for (const { start, body, end } of blocks(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(body).toBeGreaterThanOrEqual(start);
          expect(end).toBeGreaterThanOrEqual(body);
          before = end;
        }
      }),
    );
  });
});

describe('sentences', () => {
  it.each([
    ['Anbud ska lämnas senast kl. 16.00 den 1 dec. 2027. Därefter öppnas de.', 2],
    ['Se 12 kap. 2 § LOU. Se även prop. 2015/16:195 s. 439.', 2],
    ['Värdet är ca. 1 250 000 kr. Det gäller bl.a. Kista, t.ex. Jobbtorg, m.m. Priset är fast.', 3],
    ['Gäller fr.o.m. 2027 t.o.m. 2029, dvs. två år. Frågor? Ring tel. 08!', 3],
  ])('%s', (text, count) => expect(sentences(text)).toHaveLength(count));
});

describe('readability', () => {
  it('agrees with texts counted by hand', () => {
    // 2 sentences, 12 words; long ones: städning, kontoret, upphandlas; 11 different words; letters 2+5+8 + 2+4+3+4+8+10+2+2+4 = 54.
    const plain = readability('Vi köper städning. Vi vill att hela kontoret upphandlas på en gång.');
    expect(plain).toMatchObject({ words: 12, sentences: 2, meanSentenceLength: 6, longWords: 3, lix: 31, meanWordLength: 4.5, longSentences: 0 });
    expect(plain?.ovix).toBeCloseTo(Math.log(12) / Math.log(2 - Math.log(11) / Math.log(12)), 9);
    // 8 + 7 words, for "16.00" and "1 250 000" are one word each; none is longer than six letters.
    expect(readability('Anbud ska lämnas senast kl. 16.00 på fredag. Värdet är 1 250 000 kr enligt 5 kap.')).toMatchObject({
      ...{ words: 15, sentences: 2, longWords: 0, lix: 7.5, ska: 1, skaPer1000: 1000 / 15 },
    });
    // One sentence of 26 words, 25 of them "ord".
    expect(readability(`${'ord '.repeat(25)}slut.`)).toMatchObject({ words: 26, sentences: 1, longSentences: 1, veryLongSentences: 0, lix: 26 });
    // Long words: Arbetsmarknadsförvaltningens (28), upphandlingsunderlag (20), leverantören (12), beskriver (9), kraven is 6.
    expect(readability('Arbetsmarknadsförvaltningens upphandlingsunderlag beskriver kraven på leverantören.')).toMatchObject({
      ...{ words: 6, longWords: 4, veryLongWords: 2, meanWordLength: (28 + 20 + 9 + 6 + 2 + 12) / 6 },
    });
  });

  it('leaves headings, lists and tables out of sentences, and counts their demands', () => {
    const measured = readability('Krav\n\nLeverantören ska:\n- kunna städa\n- måste putsa\n\nYta\t1 250\n\nDet är allt.');
    expect(measured).toMatchObject({ words: 5, sentences: 2, allWords: 12, ska: 2 });
  });

  it('gives the longest sentences with their place', () => {
    const text = 'Kort text. Den här meningen är längre än den andra.';
    const [longest] = readability(text)?.longest ?? [];
    expect(longest && text.slice(longest.start, longest.end)).toBe('Den här meningen är längre än den andra.');
  });

  it('estimates the passive and the nominal style', () => {
    expect(readability('Arbetet utförs dagtid. Avtalet ska tecknas. Fakturor blir betalda i tid. Priset bestämdes i går.')).toMatchObject({ passive: 4 });
    expect(readability('Kommunens lokaler finns i Kista. Vi hoppas att våra barns skolor trivs.')).toMatchObject({ passive: 0 });
    const heavy = readability('Utförande av städning i kommunens lokaler med beaktande av gällande föreskrifter.')?.nominalRatio;
    const light = readability('Vi vill att ni städar när ingen är där, och att ni säger till oss om ni inte kan komma.')?.nominalRatio;
    expect(heavy ?? Number.POSITIVE_INFINITY).toBeGreaterThan(1);
    expect(light).toBeLessThan(0.5);
  });

  it('has no index of variation when no word comes twice, and nothing for a text without running text', () => {
    expect(readability('Vi köper städning.')?.ovix).toBeUndefined();
    expect(readability('– !')).toBeUndefined();
    expect(readability('- städning\n- tvätt')).toBeUndefined();
  });
});
