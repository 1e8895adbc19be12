import { logistic, type Subject, sumOfWeights } from '@asf-match/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from './classifier.ts';
import { likely, smallTaxonomy, subject } from './testing/small-taxonomy.ts';

const classifier = createClassifier(smallTaxonomy);
const fields = (s: Subject): string[] => likely(classifier.classifySubject(s));

describe('classifySubject', () => {
  it('finds terms in any form, in compounds by their last part, and in phrases that end in a compound', () => {
    expect(fields(subject('Lokalvården i skolor'))).toEqual(['stad.lokalvard']);
    expect(fields(subject('Kontorsstädning'))).toEqual(['stad.lokalvard']);
    expect(fields(subject('Fönsterputsningstjänster'))).toEqual([]);
    expect(fields(subject('Reparation av tjänstecyklar'))).toEqual(['aterbruk.cykel']);
  });

  it('does not take a machine for the work that is done with it', () => {
    expect(fields(subject('Städmaskiner'))).toEqual([]);
    expect(fields(subject('Städmaskin till städning av hallar'))).toEqual([]);
    expect(fields(subject('Byggande av cykelväg'))).toEqual([]);
  });

  it('reads two words of a term near each other, but not across a list', () => {
    expect(fields(subject('Cyklar: service och reparation'))).toEqual(['aterbruk.cykel']);
    expect(fields(subject('Reparation av tak, cyklar och trä'))).toEqual([]);
  });

  it('reads a two-word term by the root that noun and verb share, and in a compound of thing and action', () => {
    expect(fields(subject('Putsning av kontorets fönster'))).toEqual(['stad.fonster']);
    expect(fields(subject('Cykelreparation'))).toEqual(['aterbruk.cykel']);
  });

  it('reads a word that a hyphen cuts short', () => {
    const [first] = classifier.classifySubject(subject('Kontors- och trappstädning'));
    expect(first?.field).toBe('stad.lokalvard');
    expect(classifier.classifySubject(subject('Fönster- och fasadputs'))[0]?.reasons.map((r) => r.quote?.text)).toContain('Fönster- och fasadputs');
  });

  it('tells what is bought from what is only mentioned', () => {
    const of = (title: string, field: string): number => classifier.classifySubject(subject(title)).find((c) => c.field === field)?.probability ?? 0;
    expect(of('Vagnar för städning', 'stad.lokalvard')).toBeLessThan(0.5);
    expect(of('Ramavtal för städning', 'stad.lokalvard')).toBeGreaterThan(0.5);
    expect(of('Städning av fruktkorgar', 'mat.frukt')).toBeLessThan(0.5);
    expect(of('Lokalvård, men fönsterputs omfattas inte', 'stad.fonster')).toBeLessThan(0.05);
    expect(of('Lokalvård, men fönsterputs omfattas inte', 'stad.lokalvard')).toBeGreaterThan(0.5);
    expect(of('Putsa fönster och städning', 'stad.lokalvard')).toBeGreaterThan(0.5);
  });

  it('takes a word of the group as weak evidence for each of its fields', () => {
    const found = classifier.classifySubject(subject('Renhållning'));
    expect(found.map((c) => c.field)).toEqual(['stad.fonster', 'stad.lokalvard']);
    expect(found.every((c) => c.probability < 0.5)).toBe(true);
  });

  it('reads codes up and down the tree, the own ones strongest', () => {
    const probability = (code: string): number =>
      classifier.classifySubject(subject('Tjänst', { cpv: [{ code, main: true }] })).find((c) => c.field === 'stad.lokalvard')?.probability ?? 0;
    const [same, below, above, related, apart] = ['90919200', '90911000', '90900000', '90900000', '72000000'].map(probability);
    expect(same).toBeGreaterThan(below ?? 1);
    expect(below).toBeGreaterThan(above ?? 1);
    expect(related).toBeGreaterThan(0);
    expect(apart).toBe(0);
  });

  it('lets text and code speak, so that a wrong code does not hide the text', () => {
    expect(fields(subject('Fruktkorgar till kontor', { cpv: [{ code: '79900000', main: true }] }))).toContain('mat.frukt');
  });

  it('doubts a service when goods are bought, and a field of goods not', () => {
    const service = (nature: 'services' | 'supplies') => classifier.classifySubject(subject('Inköp', { nature, description: 'Material till städning.' }))[0];
    expect(service('supplies')?.probability).toBeLessThan(service('services')?.probability ?? 0);
    expect(service('supplies')?.reasons.map((r) => r.rule)).toContain('goods');
    const fruit = classifier.classifySubject(subject('Fruktkorgar', { nature: 'supplies', cpv: [{ code: '03222000', main: true }] }))[0];
    expect(fruit?.reasons.map((r) => r.rule)).not.toContain('goods');
  });

  it('is sure of the goods when the purchase says so, less when only the code does', () => {
    const weight = (more: Partial<Subject>): number =>
      classifier.classifySubject(subject('Städning', more))[0]?.reasons.find((r) => r.rule === 'goods')?.weight ?? 0;
    const cpv = [{ code: '39830000', main: true }];
    expect(weight({ cpv, nature: 'supplies' })).toBeLessThan(weight({ cpv }));
    expect(weight({ cpv })).toBeLessThan(0);
    expect(weight({ cpv, nature: 'services' })).toBe(0);
  });

  it('hears a code of another branch against the words', () => {
    const probability = (code?: string): number =>
      classifier.classifySubject(subject('Städning', { cpv: code ? [{ code, main: true }] : [] })).find((c) => c.field === 'stad.lokalvard')?.probability ?? 0;
    expect(probability('71000000')).toBeLessThan(probability('80000000'));
    expect(probability('80000000')).toBeLessThan(probability());
  });

  it('says nothing twice when a lot repeats the notice', () => {
    const once = subject('Städning', { description: 'Städning av kontor.' });
    const repeated = { ...once, texts: [...once.texts, { part: 'lot:1:description', lot: '1', text: 'Städning av kontor.' }] };
    expect(classifier.classifySubject(repeated)).toEqual(classifier.classifySubject(once));
  });

  it('gives a probability that is exactly the logistic of its reasons, with quotes that are verbatim', () => {
    const word = fc.constantFrom('städning', 'Lokalvård', 'putsa', 'fönster', 'fruktkorgar', 'städmaskin', 'och', 'kontor', 'åäö', '—', '1 000 kr');
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (title, description) => {
        const s = subject(title, { description, cpv: [{ code: '90919200', main: true }] });
        for (const { probability, reasons } of classifier.classifySubject(s)) {
          expect(probability).toBe(logistic(sumOfWeights(reasons)));
          for (const { quote } of reasons) {
            if (!quote || quote.part === 'cpv') continue;
            expect(s.texts.find((t) => t.part === quote.part)?.text.slice(quote.start, quote.end)).toBe(quote.text);
          }
        }
      }),
    );
  });

  it('finds nothing in nothing, and takes any string', () => {
    expect(classifier.classifySubject(subject(''))).toEqual([]);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => classifier.classifySubject(subject(text)).every((c) => c.probability <= 1)));
    const started = performance.now();
    classifier.classifySubject(subject('å'.repeat(100_000), { description: 'ord och mening '.repeat(300_000) }));
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it('takes time in proportion to the text, however its terms repeat', () => {
    const took = (times: number): number => {
      const text = 'städmaskin städning, renhållning av kontors- och trappstäd för cyklar. '.repeat(times);
      const started = performance.now();
      classifier.classifySubject(subject('x', { description: text }));
      return performance.now() - started;
    };
    took(1000);
    expect(took(16_000)).toBeLessThan(8 * Math.max(took(4000), 20));
  });
});

describe('classifyOffers', () => {
  it('reads what an organisation says that it does', () => {
    expect(
      classifier
        .classifyOffers('Vi gör fruktkorgar och putsar fönster; städar gör vi också')
        .map((c) => c.field)
        .sort(),
    ).toEqual(['mat.frukt', 'stad.fonster', 'stad.lokalvard']);
    expect(classifier.classifyOffers('')).toEqual([]);
  });
});
