import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CodedTitle, createCpvModel, trainCpvModel } from './cpv-model.ts';
import { readCpvModel, writeCpvModel } from './model-file.ts';

const ORIGIN = { trainedAt: '2026-11-24T00:00:00Z', sha256: 'a'.repeat(64) };
const about = (cpv: string, ...titles: readonly string[]): CodedTitle[] => titles.map((title, i) => ({ title, cpv, published: `2026-0${i + 1}-01` }));
const titles = [
  ...about('90910000', 'Lokalvård i skolor', 'Städning av kontor', 'Storstädning', 'Lokalvårdstjänster'),
  ...about('45233120', 'Ombyggnad av väg', 'Vägarbeten', 'Nybyggnad av gång- och cykelväg', 'Vägbelysning, ombyggnad'),
  ...about('55520000', 'Catering till möten', 'Cateringtjänster', 'Måltider och catering'),
];
const parts = trainCpvModel(titles, [], ORIGIN);
const model = createCpvModel(parts);

describe('prediction of CPV divisions', () => {
  it('finds the division of words that it has not seen, by their parts', () => {
    expect(model.predict('Kontorsstädning')[0]?.division).toBe('90');
    expect(model.predict('Vägombyggnad etapp 2')[0]?.division).toBe('45');
    expect(model.predict('Upphandling av konferenscatering')[0]?.division).toBe('55');
  });

  it('knows from the words of the divisions what no title has told', () => {
    const taught = createCpvModel(trainCpvModel(titles, [{ division: '37', words: ['flygel', 'konsertflygel', 'flyglar och pianon', 'piano'] }], ORIGIN));
    expect(model.predict('Flygel').map((p) => p.division)).not.toContain('37');
    expect(taught.predict('Flyglar')[0]?.division).toBe('37');
    expect(taught.predict('Storstädning')[0]?.division).toBe('90');
    expect(taught.facts).toEqual({ ...model.facts, words: 4 });
  });

  it('takes what the purchase says that it is into account, by how often it is so in each division', () => {
    const known = titles.map((each) => ({ ...each, nature: each.cpv.startsWith('45') ? ('works' as const) : ('services' as const) }));
    const told = createCpvModel(trainCpvModel(known, [], ORIGIN));
    const best = (nature: 'services' | 'works') => told.predict('Lokalvård vid vägarbeten', nature)[0]?.division;
    expect(told.predict('Vägarbeten')).toEqual(model.predict('Vägarbeten'));
    expect([best('works'), best('services')]).toEqual(['45', '90']);
    expect(model.predict('Vägarbeten', 'services')[0]?.probability).toBeCloseTo(model.predict('Vägarbeten')[0]?.probability as number, 6);
  });

  it('gives probabilities of all divisions that sum to 1, for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'x'.repeat(100_000), '🎪', '\ud800', 'مشتريات')),
        fc.constantFrom(undefined, 'works' as const),
        (text, nature) => {
          const predicted = model.predict(text, nature);
          expect(predicted.map((p) => p.division).sort()).toEqual(['45', '55', '90']);
          expect(predicted.reduce((sum, p) => sum + p.probability, 0)).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('says what it was trained on, and gives the same weights for the same titles', () => {
    expect(model.facts).toEqual({ titles: 11, words: 0, from: '2026-01-01', to: '2026-04-01', ...ORIGIN });
    expect(trainCpvModel(titles, [], ORIGIN)).toEqual(parts);
    expect(() => trainCpvModel([], [], ORIGIN)).toThrow('no titles');
  });
});

describe('the model file', () => {
  it('gives back what was written', () => {
    expect(readCpvModel(writeCpvModel(parts))).toEqual(parts);
  });

  it('is refused when it is cut, longer, or something else', () => {
    const bytes = writeCpvModel(parts);
    expect(() => readCpvModel(bytes.subarray(0, bytes.length - 3))).toThrow('cut short or damaged');
    expect(() => readCpvModel(Buffer.concat([bytes, Buffer.from('x')]))).toThrow('damaged');
    expect(() => readCpvModel(Buffer.from('{}\n'))).toThrow('no model file of this version');
    expect(() => readCpvModel(Buffer.from('PK\x03\x04'))).toThrow('no model file');
  });
});
