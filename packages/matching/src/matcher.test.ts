import { logistic, type Organisation, parseConcepts, parseMunicipalities, parseTaxonomy, type Subject, sumOfWeights } from '@asf-match/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from './matcher.ts';
import { readPurchase } from './reading.ts';

const taxonomy = parseTaxonomy(
  [
    'id\tparent\tlabel_sv\tlabel_en',
    'stad\t\tStäd\tCleaning',
    'stad.lokalvard\tstad\tLokalvård\tCleaning',
    'stad.fonster\tstad\tFönster\tWindows',
    'mat\t\tMat\tFood',
    'mat.cafe\tmat\tCafé\tCafé',
  ].join('\n'),
  parseConcepts(
    [
      'field\tkind\ttext\tweight\tsource',
      'stad.lokalvard\tord\tlokalvård;städning\t\tx',
      'stad.lokalvard\tcpv\t90910000\t\tx',
      'stad.fonster\tord\tfönsterputs;fönsterputsning\t\tx',
      'stad.fonster\tcpv\t90911300\t\tx',
      'mat.cafe\tord\tcafé\t\tx',
      'mat.cafe\tcpv\t55330000\t\tx',
    ].join('\n'),
  ),
);
const municipalities = parseMunicipalities('code\tname\tnuts3\talso\n0180\tStockholm\tSE110\tKista\n0184\tSolna\tSE110\n2580\tLuleå\tSE332\n');

const organisation = (id: string, offers: string, more: Partial<Organisation> = {}): Organisation => ({
  ...{
    id,
    name: id,
    orgNumberMasked: false,
    municipalities: [],
    nuts: [],
    offers,
    capabilities: [],
    status: 'unverified',
    source: 'k',
    seen: '2026',
    origin: 'x',
  },
  ...more,
});
const organisations = [
  organisation('both', 'lokalvård och fönsterputs', { municipalities: ['Solna'] }),
  organisation('cleaner', 'lokalvård', { municipalities: ['Luleå'] }),
  organisation('closed', 'lokalvård', { status: 'closed' }),
  organisation('entered', '', { capabilities: [{ field: 'stad.lokalvard', kind: 'services', area: [], words: '' }] }),
  organisation('café', 'café med glutenfria semlor'),
];
const matcher = createMatcher({ taxonomy, municipalities, organisations });

const subject = (more: Partial<Subject> = {}): Subject => ({
  ...{ ref: { kind: 'need', id: 'n' }, language: 'sv', texts: [{ part: 'title', text: 'Lokalvård' }], cpv: [], places: [], reserved: false, buyers: [] },
  ...more,
});

describe('a reason', () => {
  const logOdds = (p: number): number => Math.log(p / (1 - p));
  const title = { part: 'title', text: 'Lokalvård, såpa' };
  const asked = subject({
    ...{ texts: [title, { part: 'description', text: 'Fönsterputs.' }], places: [{ name: 'Solna' }], reserved: true },
    ...{ value: { amount: 9_000_000, currency: 'SEK' }, language: 'fi' },
  });
  const capacity = { amount: 1_000_000, currency: 'SEK' };
  const small = createMatcher({
    ...{ taxonomy, municipalities },
    organisations: [organisation('small', 'lokalvård, fönsterputs, såpa', { municipalities: ['Solna'], capacity }), ...organisations],
  });
  const { value: _, ...withoutValue } = asked;

  it.each([
    ['field', { ...asked, texts: [title] }],
    ['own-words', { ...asked, texts: [{ ...title, text: 'Lokalvård' }, ...asked.texts.slice(1)] }],
    ['language', { ...asked, language: 'sv' }],
    ['place', { ...asked, places: [] }],
    ['reservation', { ...asked, reserved: false }],
    ['size', withoutValue],
  ] as const)('%s: what it is read from taken away changes the probability by exactly what it said', (rule, less) => {
    const [all, rest] = [small.explain(asked, { id: 'small' }), small.explain(less, { id: 'small' })];
    const said = all?.reasons.filter((r) => r.rule === rule).at(-1);
    expect(said).toBeDefined();
    expect(rest?.reasons).toEqual(all?.reasons.filter((r) => r !== said));
    expect(logOdds(all?.probability as number) - logOdds(rest?.probability as number)).toBeCloseTo(said?.weight as number, 9);
  });
});

describe('match', () => {
  it('finds every open organisation in the field, and no other', () => {
    expect(
      matcher
        .match(subject())
        .map((m) => m.organisation)
        .sort(),
    ).toEqual(['both', 'cleaner', 'entered']);
    expect(matcher.match(subject({ texts: [{ part: 'title', text: 'Asfaltering' }] }))).toEqual([]);
  });

  it('explains the whole probability: its reasons add up to it', () => {
    const need = subject({ texts: [{ part: 'title', text: 'Lokalvård och fönsterputsning' }], places: [{ name: 'Kista' }], reserved: true });
    for (const match of matcher.match(need)) {
      expect(match.probability).toBeCloseTo(logistic(sumOfWeights(match.reasons)), 12);
      expect(match.reasons.map((r) => r.rule)).toContain('reservation');
    }
  });

  it('finds nothing without evidence, whatever the rest says', () => {
    const foreign = fc.array(fc.constantFrom('asfalt', 'bro', 'ambulans', 'skolböcker', 'och', 'för', '12 kr'), { maxLength: 20 }).map((w) => w.join(' '));
    fc.assert(
      fc.property(foreign, foreign, fc.boolean(), (title, description, reserved) => {
        const texts = [
          { part: 'title', text: title },
          { part: 'description', text: description },
        ];
        expect(matcher.match(subject({ texts, reserved, places: [{ name: 'Solna' }], cpv: [{ code: '45233120', main: true }] }))).toEqual([]);
      }),
    );
  });

  it('takes a rare word alone as evidence, far below an alert', () => {
    const matches = matcher.match(subject({ texts: [{ part: 'title', text: 'Glutenfria produkter' }] }));
    expect(matches.map((m) => [m.organisation, m.field, m.reasons.map((r) => r.rule)])).toEqual([['café', undefined, ['prior', 'own-words']]]);
    expect(matches[0]?.probability).toBeLessThan(0.1);
  });

  it('counts a second field that fits, and prefers the place', () => {
    const need = subject({ texts: [{ part: 'title', text: 'Lokalvård och fönsterputsning' }], places: [{ name: 'Kista' }] });
    const [first, ...rest] = matcher.match(need);
    expect(first?.organisation).toBe('both');
    expect(
      first?.reasons
        .filter((r) => r.rule === 'field')
        .map((r) => r.field)
        .sort(),
    ).toEqual(['stad.fonster', 'stad.lokalvard']);
    expect(rest.at(-1)?.organisation).toBe('cleaner');
    expect(rest.at(-1)?.reasons.find((r) => r.rule === 'place')?.weight).toBeLessThan(0);
  });

  it('says nothing of place when one side is unknown', () => {
    expect(matcher.match(subject()).flatMap((m) => m.reasons.map((r) => r.rule))).not.toContain('place');
  });

  it('counts rare words of its own once, quoted on both sides', () => {
    const [match] = matcher.match(subject({ texts: [{ part: 'title', text: 'Café med semlor' }] }));
    const own = match?.reasons.filter((r) => r.rule === 'own-words') ?? [];
    expect(own.map((r) => [r.quote?.text, r.offer?.text])).toEqual([['semlor', 'semlor']]);
  });

  it('names the lot that carries the match', () => {
    const texts = [
      { part: 'title', text: 'Tjänster' },
      { part: 'lot:LOT-0002:title', lot: 'LOT-0002', text: 'Fönsterputsning' },
    ];
    expect(matcher.match(subject({ texts }))[0]).toMatchObject({ organisation: 'both', lot: 'LOT-0002', field: 'stad.fonster' });
  });

  it('counts a purchase far above the stated capacity, and a text in another language, against', () => {
    const small = { amount: 200_000, currency: 'SEK' };
    const one = createMatcher({ taxonomy, municipalities, organisations: [organisation('small', 'lokalvård', { capacity: small })] });
    const rules = (more: Partial<Subject>): string[] => one.match(subject(more))[0]?.reasons.map((r) => r.rule) ?? [];
    expect(rules({ value: { amount: 400_000, currency: 'SEK' } })).toEqual(['field']);
    expect(rules({ value: { amount: 400_001, currency: 'SEK' } })).toEqual(['field', 'size']);
    expect(rules({ value: { amount: 900_000, currency: 'EUR' }, language: 'en' })).toEqual(['field', 'language']);
    const large = subject({ value: { amount: 9_000_000, currency: 'SEK' }, language: 'fi' });
    expect(one.rank(large)[0]?.probability).toBeCloseTo(one.match(large)[0]?.probability ?? 0, 12);
  });

  it('ranks as it matches, down to the asked probability, and explains a pair as it matches it', () => {
    const words = fc.array(fc.constantFrom('Lokalvård', 'fönsterputs', 'café', 'semlor', 'glutenfria', 'asfalt'), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, fc.boolean(), fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }), (title, reserved, near, least) => {
        const asked = subject({ texts: [{ part: 'title', text: title.join(' ') }], reserved, places: near ? [{ name: 'Solna' }] : [] });
        const matches = matcher.match(asked);
        const ranked = matcher.rank(asked);
        expect(ranked.map((r) => r.organisation).sort()).toEqual(matches.map((m) => m.organisation).sort());
        const read: [string | undefined, number][] = [];
        matcher.each(asked, 0, (position, chance) => read.push([matcher.organisations[position], chance]), readPurchase(asked, matcher.classifier));
        expect(read.sort()).toEqual(ranked.map((r) => [r.organisation, r.probability]).sort());
        for (const match of matches) {
          expect(ranked.find((r) => r.organisation === match.organisation)?.probability).toBeCloseTo(match.probability, 12);
          expect(matcher.explain(asked, { id: match.organisation })).toEqual(match);
        }
        expect(matcher.rank(asked, least)).toEqual(
          ranked.filter((r) => Math.log(r.probability / (1 - r.probability)) >= Math.log(least / (1 - least)) - 1e-12),
        );
      }),
    );
    expect(matcher.explain(subject(), { id: 'closed' })).toBeUndefined();
    expect(matcher.explain(subject(), { id: 'café' })).toBeUndefined();
  });

  it('gives the same answer in the same order, whatever the order of the register', () => {
    const reversed = createMatcher({ taxonomy, municipalities, organisations: [...organisations].reverse() });
    expect(reversed.match(subject())).toEqual(matcher.match(subject()));
  });
});

it('knows the fields of an organisation: entered or said', () => {
  expect([...matcher.fieldsOf({ id: 'both' })].sort()).toEqual(['stad.fonster', 'stad.lokalvard']);
  expect([...matcher.fieldsOf({ id: 'entered' })]).toEqual(['stad.lokalvard']);
  expect([...matcher.fieldsOf({ id: 'nobody' })]).toEqual([]);
});
