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
    expect(remarks).toEqual([]);
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

  it('keeps the others when one hit cannot be read', () => {
    const { notices, remarks } = parseTedSearch(
      encode({ notices: [{ 'publication-number': 'x' }, hit, { ...hit, 'title-proc': {}, 'title-lot': {} }] }),
      'ted',
    );
    expect(notices).toHaveLength(1);
    expect(remarks.map((r) => r.place)).toEqual(['notice 1', 'notice 3']);
  });

  it('refuses partial answers, other JSON and what is no JSON', () => {
    expect(key(() => parseTedSearch(encode({ notices: [hit], timedOut: true }), 'ted'))).toBe('ted-search.partial');
    expect(key(() => parseTedSearch(encode({ message: 'QUERY_SYNTAX_ERROR' }), 'ted'))).toBe('ted-search.shape');
    expect(key(() => parseTedSearch(new TextEncoder().encode('<html>'), 'ted'))).toBe('ted-search.not-json');
  });
});
