import { describe, expect, it } from 'vitest';
import { createClassifier } from './classifier.ts';
import { smallTaxonomy, subject } from './testing/small-taxonomy.ts';

const classifier = createClassifier(smallTaxonomy);

describe('bad input', () => {
  const long = (unit: string): string => unit.repeat(Math.ceil(5_000_000 / unit.length));
  const inputs: Readonly<Record<string, string>> = {
    'empty text': '',
    '5 MB of terms': long('Städning av kontor, fönsterputs och fruktkorgar.\n'),
    '5 MB without a full stop': long('putsa stora fönster '),
    'one word of 100,000 letters': 'städ'.repeat(25_000),
    'only digits': '0123456789'.repeat(10_000),
    emoji: '🧹'.repeat(50_000),
    'right-to-left marks': '\u202estädning\u200f '.repeat(10_000),
    'lone surrogates': '\ud800\udc00\udc00\ud800 '.repeat(20_000),
    Finnish: 'Siivouspalvelut, ikkunanpesu ja ruokapalvelut kunnan kiinteistöissä. '.repeat(1_000),
    Arabic: 'خدمات التنظيف وصيانة المباني البلدية. '.repeat(1_000),
  };

  it.each(Object.entries(inputs))('is answered within a second: %s', (_, text) => {
    const before = process.cpuUsage();
    const found = classifier.classifySubject(subject(text.slice(0, 100), { description: text }));
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(1_000_000);
    for (const { probability, reasons } of found) {
      expect(probability).toBeGreaterThan(0);
      for (const { quote } of reasons) if (quote?.part === 'description') expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }
  });

  it('finds what stands at the beginning and at the end of a text that is too long to be read whole', () => {
    const filler = long('Ord utan betydelse för saken. ');
    const reasons = classifier
      .classifySubject(subject('Ramavtal', { description: `Fönsterputs.\n${filler}\nFruktkorgar levereras.` }))
      .flatMap((c) => c.reasons);
    const quoted = reasons.flatMap((r) => r.quote?.text ?? []);
    expect(quoted).toEqual(expect.arrayContaining(['Fönsterputs', 'Fruktkorgar']));
  });
});
