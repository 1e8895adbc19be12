import { type Need, type Notice, type Organisation, parseAnnex2, parseConcepts, parseTaxonomy, parseThresholds, STOCKHOLM } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { analyseMarket, type MarketInput } from './analyse-market.ts';
import { digestOf } from './digest.ts';
import { dialogueQuestions } from './questions.ts';
import { moneyLimits } from './rules/money-limits.ts';
import { reservationRoutes } from './rules/reservations.ts';
import { listing } from './short-answer.ts';

const taxonomy = parseTaxonomy(
  'id\tparent\tlabel_sv\tlabel_en\nstad\t\tStäd\tCleaning\nstad.lokalvard\tstad\tLokalvård\tCleaning\nstad.fonster\tstad\tFönsterputs\tWindows\n',
  parseConcepts('field\tkind\ttext\tweight\tsource\nstad.lokalvard\tcpv\t90910000\t\tx\nstad.fonster\tcpv\t90911300\t\tx\n'),
);
const annex2 = parseAnnex2('list\tfrom\tto\tlabel_sv\nannex-2\t55330000\t55330000\tKafé\n19-25a\t80000000\t80660000\tUtbildning\n');
const thresholds = parseThresholds(
  'id\tfrom\tto\tamount\tcurrency\tverified\tsource\ndirect-award\t2022-02-01\t\t700000\tSEK\tyes\tlag\neu-threshold\t2026-01-01\t2027-12-31\t216000\tEUR\tno\tförordning\nannex-2\t2026-01-01\t2027-12-31\t750000\tEUR\tno\tdirektiv\neu-threshold\t2024-01-01\t2025-12-31\t2389585\tSEK\tyes\tgammal\n',
);

const organisation = (id: string, more: Partial<Organisation> = {}): Organisation => ({
  ...{ id, name: id, orgNumberMasked: false, municipalities: ['Solna'], nuts: ['SE110'], offers: 'städning', capabilities: [] },
  ...{ status: 'verified', source: 'k', seen: '2026-10', origin: 'x' },
  ...more,
});
const organisations = [
  organisation('near'),
  organisation('old', { seen: '2016', status: 'unverified', municipalities: ['Stockholm'], statusNote: 'okänd i dag' }),
  organisation('far', { municipalities: ['Luleå'], nuts: ['SE332'] }),
  organisation('closed', { status: 'closed' }),
  organisation('other'),
];
const fieldsOf: MarketInput['fieldsOf'] = ({ id }) => new Set(id === 'other' ? [] : ['stad.lokalvard']);

const need: Need = {
  ...{ id: 'n1', reference: 'AMN 1', title: 'Städning', description: 'Städning av kontor.', cpv: ['90910000'], places: [{ name: 'Kista' }] },
  ...{ value: { amount: 900_000, currency: 'SEK' }, origin: 'plan.csv, row 2', example: false, status: 'planned' },
};
const quote = { part: 'title', text: 'Städning', start: 0, end: 8 };
const match = (id: string, probability: number, place = 0) => ({
  ...{ subject: { kind: 'need' as const, id: 'n1' }, organisation: id, field: 'stad.lokalvard', probability },
  reasons: [
    { rule: 'field' as const, field: 'stad.lokalvard', weight: 2, quote, offer: { part: 'offers', text: 'städning', start: 0, end: 8 } },
    ...(place ? [{ rule: 'place' as const, weight: place }] : []),
  ],
});
const notice = (id: string, more: Partial<Notice> = {}): Notice => ({
  ...{
    source: 'ted',
    id,
    version: '01',
    procedureId: id,
    format: 'f',
    formType: 'competition',
    language: 'sv',
    languages: ['sv'],
    title: `Annons ${id}`,
    buyers: [{ name: 'Solna stad' }],
  },
  ...{
    cpvAdditional: [],
    places: [],
    reservedParticipation: [],
    reservedExecution: false,
    socialObjectives: [],
    innovationObjectives: [],
    awardCriteria: [],
    lots: [],
    results: [],
  },
  ...more,
});

const input: MarketInput = {
  ...{ need, organisations, fieldsOf, taxonomy, thresholds, annex2, tasks: [], sources: [], exampleRegister: false, today: '2026-11-24', version: '1' },
  classifications: [
    { field: 'stad.lokalvard', probability: 0.95, reasons: [{ rule: 'concept', weight: 4, quote }] },
    { field: 'stad.fonster', probability: 0.4, reasons: [{ rule: 'concept', weight: 1, quote }] },
  ],
  matches: [match('near', 0.9), match('old', 0.8), match('far', 0.6, -0.4), match('other', 0.3)],
  earlier: [
    { notice: notice('a', { published: { instant: '2026-01-01T00:00:00Z', zone: STOCKHOLM, precision: 'day' } }), fields: ['stad.lokalvard'], example: false },
    {
      notice: notice('b', {
        results: [
          { winners: [{ name: 'Vinnaren AB' }], tendersReceived: 2 },
          { winners: [], tendersReceived: 4 },
        ],
      }),
      fields: ['stad.lokalvard'],
      example: false,
    },
    { notice: notice('c'), fields: ['mat.cafe'], example: false },
  ],
  cpvLabel: (code) => (code === '90910000' ? 'Städning' : undefined),
};

describe('analyseMarket', () => {
  const report = analyseMarket(input);

  it('answers in five sentences, the last of which says what it does not', () => {
    expect(report.short).toEqual([
      'Behovet rör ”Lokalvård”, kanske också ”Fönsterputs”.',
      'Registret har 2 ASF i fälten i Stockholms län och 3 i hela landet. 3 visas med belägg; 1 av uppgifterna är äldre än tolv månader.',
      'Gräns för direktupphandling: behovets värde, 900\u00a0000\u00a0kr, är högre än 700\u00a0000\u00a0kr.',
      'Fråga alla om tre saker: hur stor volym de kan ta vid start, hur lång tid de behöver före start, och vilka krav som brukar stänga dem ute.',
      'Rapporten säger inte vem som bör väljas, och inte om någon har kapacitet eller vill lämna anbud.',
    ]);
  });

  it('shows evidence and doubt for each organisation, and those that nearly fit with why not', () => {
    expect(report.organisations.map((o) => o.id)).toEqual(['near', 'old', 'far']);
    expect(report.organisations[1]).toMatchObject({
      covers: ['Lokalvård'],
      evidence: [{ field: 'Lokalvård', asked: { text: 'Städning' }, offered: { text: 'städning' } }],
      uncertain: ['Uppgiften är äldre än tolv månader.', 'Ingen har bekräftat uppgiften.', 'Källans anmärkning: okänd i dag.'],
    });
    expect(report.organisations[2]?.uncertain).toEqual(['Verksamheten finns på en annan ort än behovet.']);
    expect(report.nearMisses).toMatchObject([{ name: 'other', field: 'Lokalvård' }]);
  });

  it('counts rows by field and by municipality, closed ones apart', () => {
    const figures = report.indicators.flatMap((i) => (i.kind === 'value' ? `${i.label}: ${i.value}` : []));
    expect(figures).toEqual([
      'Lokalvård: i Stockholms stad: 1',
      'Lokalvård: i Stockholms län: 2',
      'Lokalvård: i hela registret: 3',
      'Solna: 1',
      'Stockholm: 1',
    ]);
    expect(report.indicators.every((i) => i.method && i.source && i.date === '2026-11-24')).toBe(true);
    expect(report.method.register).toEqual({ rows: 5, unverified: 1, old: 1, closed: 1 });
  });

  it('shows earlier notices in the field, results first', () => {
    expect(report.earlier.map((e) => [e.title, e.tendersReceived, e.winners])).toEqual([
      ['Annons b', 4, ['Vinnaren AB']],
      ['Annons a', undefined, []],
    ]);
  });

  it('names a code that lies in annex 2, and a need that has none', () => {
    const cafe = analyseMarket({ ...input, need: { ...need, cpv: ['55330000'] } });
    expect(cafe.short[2]).toContain('bilaga 2');
    expect(cafe.limits.map((l) => l.label)).toEqual(['Tröskelvärde för tjänster i bilaga 2']);
    const { value: _, ...noValue } = need;
    expect(analyseMarket({ ...input, need: { ...noValue, cpv: [] }, matches: [], classifications: [] }).short).toEqual([
      'Texten pekar inte ut något fält där ASF brukar arbeta.',
      'Registret har därför inga ASF att visa. Det betyder inte att ingen kan utföra arbetet.',
      'Värdet kan inte jämföras med beloppsgränserna: se avsnitt 2.',
      'Fråga alla om tre saker: hur stor volym de kan ta vid start, hur lång tid de behöver före start, och vilka krav som brukar stänga dem ute.',
      'Rapporten säger inte vem som bör väljas, och inte om någon har kapacitet eller vill lämna anbud.',
    ]);
  });

  it('is the same for the same input', () => {
    expect(analyseMarket(input)).toEqual(report);
  });
});

describe('moneyLimits', () => {
  const relations = (amount: number) => moneyLimits({ amount, currency: 'SEK' }, '2026-11-24', thresholds, false).map((l) => [l.law, l.relation]);

  it('compares with the limits of the day, and not across currencies', () => {
    expect(relations(699_999)).toEqual([
      ['LOU 19 a kap. 2 §', 'below'],
      ['LOU 5 kap. 1 §', 'other-currency'],
    ]);
    expect(relations(700_000)[0]).toEqual(['LOU 19 a kap. 2 §', 'at-or-above']);
    expect(moneyLimits({ amount: 1, currency: 'SEK' }, '2025-06-01', thresholds, false).map((l) => l.limit.amount)).toEqual([700_000, 2_389_585]);
  });

  it('says what nobody has verified, and never what the buyer may do', () => {
    const sentences = moneyLimits({ amount: 1, currency: 'EUR' }, '2026-11-24', thresholds, undefined).map((l) => l.sentence);
    expect(sentences.filter((s) => s.includes('inte bekräftat'))).toHaveLength(2);
    expect(sentences.join(' ')).not.toMatch(/ni får|får ni|tillåtet/i);
  });
});

it('reservationRoutes says for each paragraph what is known and what is missing', () => {
  const routes = reservationRoutes({ cpv: ['80530000'], inCounty: 2, inCountry: 5 }, annex2);
  expect(routes.map((r) => r.law)).toEqual(['LOU 4 kap. 18 §', 'LOU 19 kap. 25 §', 'LOU 19 kap. 25 a §']);
  expect(routes[1]?.conditions[0]).toMatchObject({ state: 'not-met', because: 'Paragrafen nämner inte 80530000.' });
  expect(routes[2]?.conditions[0]).toMatchObject({ state: 'met', because: 'Paragrafen nämner 80530000.' });
  expect(routes.flatMap((r) => r.conditions.slice(1)).every((c) => c.state === 'unknown')).toBe(true);
  expect(routes[0]?.missing.join(' ')).toContain('fråga jurist');
  expect(reservationRoutes({ cpv: [], inCounty: 0, inCountry: 0 }, annex2)[1]?.conditions[0]?.because).toContain('ingen CPV-kod');
  const stateAt = (threshold: 'below' | 'at-or-above', cpv: string) =>
    reservationRoutes({ cpv: [cpv], inCounty: 0, inCountry: 0, threshold }, annex2)[0]?.conditions[0]?.state;
  expect([stateAt('at-or-above', '90910000'), stateAt('below', '90910000'), stateAt('below', '55330000')]).toEqual(['met', 'not-met', 'unknown']);
});

it('dialogueQuestions are five to eight, open, and name no supplier', () => {
  const { need: facts, parts } = analyseMarket(input);
  const questions = dialogueQuestions(facts, parts);
  expect(questions.length).toBeGreaterThanOrEqual(5);
  expect(questions.length).toBeLessThanOrEqual(8);
  expect(questions.every((q) => q.endsWith('?'))).toBe(true);
  expect(questions.join(' ')).not.toMatch(/near|old|far|ska ni|måste/);
  expect(questions[1]).toContain('”Lokalvård” och ”Fönsterputs” var för sig');
});

describe('digestOf', () => {
  const context = { taxonomy, fields: ['stad.lokalvard'], example: false, today: '2026-11-24', version: '1' };
  const deadline = (day: string) => ({ for: 'tenders' as const, at: { instant: `${day}T22:59:00Z`, zone: STOCKHOLM, precision: 'minute' as const } });

  it('tells what, who, where, until when and why, most likely first', () => {
    const lots = notice('lots', {
      lots: ['1', '2'].map((id) => ({ ...notice('x'), id, title: `Del ${id}`, deadline: deadline(`2026-12-0${id}`) })),
      reservedExecution: true,
    });
    const digest = digestOf(
      organisation('near'),
      [
        { notice: notice('plain', { formType: 'planning' }), match: match('near', 0.6), example: false },
        {
          notice: lots,
          match: { ...match('near', 0.9), lot: '2', reasons: [{ rule: 'field', weight: 2, quote: { ...quote, part: 'lot:2:title' } }] },
          example: false,
        },
      ],
      context,
    );
    expect(digest.alerts.map((a) => a.title)).toEqual(['Annons lots', 'Annons plain']);
    expect(digest.alerts[0]).toMatchObject({
      reserved: true,
      deadline: { at: { instant: '2026-12-02T22:59:00Z' } },
      lots: [
        { title: 'Del 1', fits: false },
        { title: 'Del 2', fits: true },
      ],
    });
    expect(digest.alerts[1]).toMatchObject({ planned: true, reserved: false, buyer: 'Solna stad', lots: [] });
    expect(digest.organisation.fields).toEqual(['Lokalvård']);
  });
});

it('listing joins as Swedish does', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listing)).toEqual(['', 'a', 'a och b', 'a, b och c']);
});
