import {
  dayMoment,
  type Need,
  type Notice,
  type PastPurchase,
  type PurchaseHistory,
  parseConcepts,
  parseTaxonomy,
  STOCKHOLM,
  subjectOfPastPurchase,
} from '@asf-match/domain';
import { createClassifier } from '@asf-match/matching';
import { describe, expect, it } from 'vitest';
import { historyOfNotice, withoutDoubledPurchases } from './history-of-notice.ts';
import { reservedSigns } from './reserved.ts';
import { similarPurchases } from './similar-purchases.ts';
import { type StemCounts, similarityQuery } from './similarity-query.ts';

const taxonomy = parseTaxonomy(
  'id\tparent\tlabel_sv\tlabel_en\ntextil\t\tTextil\tTextile\ntextil.tvatt\ttextil\tTvätt\tLaundry\n',
  parseConcepts('field\tkind\ttext\tweight\tsource\ntextil.tvatt\tord\ttvätteri\t\tx\ntextil.tvatt\tcpv\t98310000\t\tx\n'),
);
const classifier = createClassifier(taxonomy);
const need: Need = { id: 'n', title: 'Tvätt av gardiner', description: '', cpv: ['98311000'], places: [], origin: 'x', example: true };
const counts: StemCounts = {
  titles: 1000,
  withStem: new Map([
    ['tvätt', 500],
    ['gardin', 3],
  ]),
};
const history = (id: string, title: string, more: Partial<PastPurchase> = {}): PurchaseHistory => ({
  purchase: { source: 'uhm', year: 2021, id, title, buyer: 'Exempelköpings kommun', ...more },
  ...{ winners: [], lots: [], values: [], readFrom: 'x', readOn: '2026-11-20' },
});
const similar = (...histories: PurchaseHistory[]) =>
  similarPurchases(
    need,
    ['textil.tvatt'],
    histories.map((h) => ({ history: h, subject: subjectOfPastPurchase(h.purchase) })),
    classifier,
    counts,
  ).map((s) => ({
    id: s.history.purchase.id,
    because: s.because,
  }));

describe('similarPurchases', () => {
  it('finds by uncommon words, by field and by code, and says which', () => {
    expect(
      similar(
        history('words', 'Gardiner till skolan'),
        history('field', 'Tvätteri'),
        history('code', 'Diverse', { cpv: '98311100' }),
        history('none', 'Tvätt', { cpv: '45000000' }),
      ),
    ).toEqual([
      { id: 'words', because: [{ by: 'words', words: ['gardiner'] }] },
      { id: 'code', because: [{ by: 'code', code: '98311100', needCode: '98311000' }] },
      { id: 'field', because: [{ by: 'field', field: 'textil.tvatt', quote: 'Tvätteri' }] },
    ]);
  });

  it('takes a code above only when it is narrow, and no whole branch', () => {
    const ids = similar(history('same', 'A', { cpv: '98311000' }), history('above', 'B', { cpv: '98310000' }), history('branch', 'C', { cpv: '98000000' })).map(
      (s) => s.id,
    );
    expect(ids).toEqual(['above', 'same']);
    expect(similarityQuery({ ...need, cpv: ['98000000'] }, [], counts)).toMatchObject({ cpvPrefixes: [], cpvCodes: [] });
  });

  it('puts what is alike in more ways first, then the newest', () => {
    const ids = similar(
      history('old', 'Gardiner', { published: '2020-01-01' }),
      history('new', 'Gardiner', { published: '2021-01-01' }),
      history('both', 'Gardiner', { cpv: '98311000' }),
    ).map((s) => s.id);
    expect(ids).toEqual(['both', 'new', 'old']);
  });

  it('asks the store only for words that point at something', () => {
    expect(similarityQuery(need, ['textil.tvatt'], counts)).toEqual({
      fields: ['textil.tvatt'],
      cpvPrefixes: ['98311'],
      cpvCodes: ['98310000'],
      stems: ['gardin'],
    });
  });
});

const notice: Notice = {
  ...{
    source: 'ted',
    id: 'x',
    version: '01',
    procedureId: 'p',
    publicationNumber: '318902-2021',
    format: 'f',
    formType: 'result',
    language: 'sv',
    languages: ['sv'],
  },
  ...{ title: 'Tvätt', buyers: [{ name: 'Solna stad' }], published: { instant: '2021-06-24T22:00:00Z', zone: STOCKHOLM, precision: 'day' } },
  ...{
    cpvAdditional: [],
    places: [],
    reservedParticipation: ['res-ws'],
    reservedExecution: false,
    socialObjectives: ['opp'],
    innovationObjectives: [],
    awardCriteria: [],
  },
  ...{ lots: [], value: { amount: 9, currency: 'SEK' } },
  results: [{ lotId: '1', winners: [{ name: 'Vinnaren', size: 'sme' }], tendersReceived: 2, value: { amount: 5, currency: 'SEK' } }, { winners: [] }],
};

describe('historyOfNotice', () => {
  it('reads how a purchase went out of a result notice', () => {
    expect(historyOfNotice(notice, '2026-11-24')).toMatchObject({
      purchase: { source: 'ted', year: 2021, id: '318902-2021', published: '2021-06-25', reserved: true, social: true },
      ...{ winners: [{ supplier: 'Vinnaren', size: 'sme', lot: '1' }], lots: [{ tenders: 2 }], values: [{ value: { amount: 5 } }] },
    });
    const { value: _, ...first } = notice.results[0] as Notice['results'][number];
    expect(historyOfNotice({ ...notice, results: [first] }, '2026-11-24')?.values.map((v) => v.value.amount)).toEqual([9]);
    expect(historyOfNotice({ ...notice, results: [] }, '2026-11-24')).toBeUndefined();
  });

  it('takes the end that is named, or that follows from first day and length, and no other', () => {
    const day = (date: string) => dayMoment(date, STOCKHOLM);
    const ends = (duration: Notice['duration']) => historyOfNotice({ ...notice, ...(duration && { duration }) }, '2026-11-24')?.ends;
    expect(ends({ end: day('2025-06-30'), start: day('2021-01-01'), amount: 1, unit: 'year' })).toBe('2025-06-30');
    expect(ends({ start: day('2023-09-01'), amount: 48, unit: 'month', renewals: 2 })).toBe('2027-08-31');
    expect([ends({ amount: 48, unit: 'month' }), ends({ start: day('2023-09-01'), amount: 1.5, unit: 'year' }), ends(undefined)]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });

  it('leaves out what the statistics have too, by the number of the notice or by name', () => {
    const ofNotice = historyOfNotice(notice, '2026-11-24') as PurchaseHistory;
    const byNumber = {
      ...history('KA1', 'Annat'),
      lots: [{ source: 'uhm', year: 2021, id: 'KA1', title: 'Annat', tenders: 1, lot: 'CAN-SE-2021/S121-318902-01_1' }],
    };
    const byName = history('KA2', 'TVÄTT', { buyer: 'SOLNA STAD' });
    expect([withoutDoubledPurchases([byNumber], [ofNotice]), withoutDoubledPurchases([byName], [ofNotice])]).toEqual([[], []]);
    expect(withoutDoubledPurchases([history('KA3', 'Tvätt')], [ofNotice])).toEqual([ofNotice]);
  });
});

it('reservedSigns reads mark and title apart', () => {
  const signs = (title: string, more: Partial<PastPurchase> = {}) => reservedSigns(history('x', title, more).purchase);
  for (const title of ['Reserverad upphandling: städ', 'Reserverade platser', 'Mattransport - reserverat kontrakt']) expect(signs(title)).toEqual(['title']);
  expect(signs('Städ', { reservedExecution: true })).toEqual(['mark']);
  expect([...signs('Oreserverade platser'), ...signs('Reservdelar', { reserved: false })]).toEqual([]);
});
