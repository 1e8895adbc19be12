import { InputError, momentInSwedish } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { parseTedSearch } from './parse.ts';

const hit = {
  'publication-number': '900001-2026',
  'notice-identifier': '11111111-2222-3333-4444-555555555555',
  'title-proc': { swe: 'Lokalvård av förskolor' },
  'description-proc': { swe: 'Städning av 40 förskolor.' },
  'title-lot': { swe: ['Område norr', 'Område söder'] },
  'description-lot': { swe: ['Städning av 40 förskolor.', 'Även fönsterputs.'] },
  'buyer-name': { swe: ['Exempelköpings kommun'] },
  'buyer-identifier': ['212000-0142'],
  'buyer-country': ['SWE', 'SWE'],
  'place-of-performance': ['SE110', 'SWE', 'SE110'],
  'publication-date': '2026-11-20+01:00',
  'deadline-receipt-tender-date-lot': ['2027-01-15+01:00', '2027-01-11+01:00'],
  'deadline-receipt-tender-time-lot': ['23:59:00+01:00', '12:00:00+01:00'],
  'main-classification-proc': ['90919300'],
  'classification-cpv': ['90919300', '90911300'],
  'contract-nature-main-proc': 'services',
  'form-type': 'competition',
  'notice-type': 'cn-standard',
  'estimated-value-proc': '1',
  'estimated-value-cur-proc': 'SEK',
  'reserved-procurement-lot': ['none', 'res-ws'],
};
const { 'estimated-value-proc': _, ...valueless } = hit;
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const key = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof InputError) return error.problem.key;
    throw error;
  }
  return undefined;
};

describe('parseTedSearch', () => {
  it('reads a hit: earliest deadline with its time, placeholder value dropped, lot texts kept but not paired', () => {
    const { notices, remarks } = parseTedSearch(encode({ notices: [hit], timedOut: false }), 'ted');
    expect(remarks.map(({ key, place }) => `${key} ${place}`)).toEqual(['ted.value-placeholder 900001-2026']);
    const [notice] = notices;
    expect(notice).toMatchObject({
      title: 'Lokalvård av förskolor',
      description: 'Städning av 40 förskolor.\n\nOmråde norr\n\nOmråde söder\n\nÄven fönsterputs.',
      language: 'sv',
      country: 'SE',
      cpv: '90919300',
      cpvAdditional: ['90911300'],
      places: [{ nuts: 'SE110' }],
      reservedParticipation: ['res-ws'],
      buyers: [{ name: 'Exempelköpings kommun', orgNumber: '212000-0142' }],
      lots: [],
    });
    expect(notice?.value).toBeUndefined();
    expect(notice?.deadline && momentInSwedish(notice.deadline.at)).toBe('måndag 11 januari 2027 kl. 12.00');
  });

  const read = (changes: Record<string, unknown>) => parseTedSearch(encode({ notices: [{ ...valueless, ...changes }] }), 'ted');

  it('never takes the CPV label for the title', () => {
    const label = { 'notice-title': { swe: 'Sverige – Städtjänster – Lokalvård av förskolor' } };
    expect(read(label).notices[0]).toMatchObject({ title: 'Lokalvård av förskolor' });
    expect(read({ ...label, 'title-proc': undefined }).notices[0]).toMatchObject({ title: 'Område norr' });
    expect(read({ ...label, 'title-proc': undefined, 'title-lot': undefined }).notices).toEqual([]);
  });

  it('keeps notice, version and procedure apart, and says what a change notice changes', () => {
    const { notices } = read({
      'notice-version': ['3'],
      'internal-identifier-proc': 'AMN 2026/1',
      'procedure-identifier': '99999999-2222-3333-4444-555555555555',
      'change-notice-version-identifier': '77777777-2222-3333-4444-555555555555-01',
    });
    expect(notices[0]).toMatchObject({
      id: hit['notice-identifier'],
      version: '03',
      reference: 'AMN 2026/1',
      procedureId: '99999999-2222-3333-4444-555555555555',
      previous: '77777777-2222-3333-4444-555555555555-01',
      change: { of: '77777777-2222-3333-4444-555555555555-01' },
    });
    expect(read({}).notices[0]).toMatchObject({ version: '01', procedureId: hit['notice-identifier'] });
    expect(read({}).notices[0]).not.toHaveProperty('change');
  });

  it.each(['planning', 'consultation', 'competition', 'result'])('reads notices of the form type %s', (formType) => {
    expect(read({ 'form-type': formType }).notices[0]).toMatchObject({ formType, results: [] });
  });

  it('does not guess what a form type that it does not know means', () => {
    expect(read({ 'form-type': 'auction' })).toMatchObject({
      notices: [],
      remarks: [{ key: 'ted-search.hit', place: 'notice 1 (900001-2026)', message: expect.stringContaining('formType') }],
    });
  });

  it('gives the earliest date and the earliest time, which need not belong together', () => {
    const at = (changes: Record<string, unknown>) => {
      const deadline = read(changes).notices[0]?.deadline;
      return deadline && `${deadline.for}: ${momentInSwedish(deadline.at)}`;
    };
    const later = {
      'deadline-receipt-tender-date-lot': ['2027-01-15+01:00', '2027-01-11+01:00'],
      'deadline-receipt-tender-time-lot': ['12:00:00+01:00', '23:59:00+01:00'],
    };
    expect(at(later)).toBe('tenders: måndag 11 januari 2027 kl. 12.00');
    expect(at({ 'deadline-receipt-tender-time-lot': undefined })).toBe('tenders: måndag 11 januari 2027');
    const requests = { 'deadline-receipt-tender-date-lot': undefined, 'deadline-receipt-request': ['2026-09-30T23:59:00+02:00', '2026-10-02T12:00:00+02:00'] };
    expect(at(requests)).toBe('requests: onsdag 30 september 2026 kl. 23.59');
    expect(at({ 'deadline-receipt-tender-date-lot': ['2027-02-31+01:00'] })).toBeUndefined();
  });

  it('takes one value where many are usual, and many where one is', () => {
    const { notices } = read({
      'buyer-country': 'SWE',
      'classification-cpv': '90911300',
      'title-proc': { swe: ['Lokalvård'] },
      'notice-type': ['cn-standard'],
      'estimated-value-proc': 1_250_000,
    });
    expect(notices[0]).toMatchObject({ country: 'SE', title: 'Lokalvård', noticeType: 'cn-standard', value: { amount: 1_250_000, currency: 'SEK' } });
  });

  it('pairs no buyer with a number that may be another’s, and masks a personal one', () => {
    expect(read({ 'buyer-name': { swe: ['A', 'B'] }, 'buyer-identifier': ['212000-0142', '232100-0016'] }).notices[0]?.buyers).toEqual([
      { name: 'A', country: 'SE' },
      { name: 'B', country: 'SE' },
    ]);
    expect(JSON.stringify(read({ 'buyer-identifier': ['640823-3234'] }).notices[0]?.buyers)).not.toContain('3234');
  });

  it('keeps the others when one hit cannot be read', () => {
    const { notices, remarks } = parseTedSearch(
      encode({ notices: [{ 'publication-number': 'x' }, valueless, { ...valueless, 'title-proc': {}, 'title-lot': {} }] }),
      'ted',
    );
    expect(notices).toHaveLength(1);
    expect(remarks.map((r) => r.place)).toEqual(['notice 1', 'notice 3 (900001-2026)']);
  });

  it('refuses partial answers, other JSON and what is no JSON', () => {
    expect(key(() => parseTedSearch(encode({ notices: [hit], timedOut: true }), 'ted'))).toBe('ted-search.partial');
    expect(key(() => parseTedSearch(encode({ message: 'QUERY_SYNTAX_ERROR' }), 'ted'))).toBe('ted-search.shape');
    expect(key(() => parseTedSearch(new TextEncoder().encode('<html>'), 'ted'))).toBe('ted-search.not-json');
  });
});
