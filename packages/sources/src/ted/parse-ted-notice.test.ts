import { readFileSync } from 'node:fs';
import { momentInSwedish, type Notice } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { parseTedNotice } from './parse-ted-notice.ts';

const read = (name: string) => parseTedNotice(readFileSync(new URL(`references/${name}.xml`, import.meta.url)), `${name}.xml`);
const notice = (name: string): Notice => read(name).notice;

describe('old TED XML', () => {
  it('reads a contract notice with its lots, in the Swedish original', () => {
    expect(notice('f02-two-lots')).toMatchObject({
      id: '123-2021',
      procedureId: '99-2020',
      previous: '99-2020',
      url: 'https://ted.europa.eu/en/notice/-/detail/123-2021',
      published: { instant: '2021-01-14T23:00:00Z', precision: 'day' },
      format: 'TED-XML R2.0.9.S03.E01',
      formType: 'competition',
      procedure: 'open',
      language: 'sv',
      title: 'Lokalvård',
      description: 'Städning av kontor.\nÄven fönster.',
      cpv: '90910000',
      nature: 'services',
      value: { amount: 1250000, currency: 'SEK' },
      reservedParticipation: ['res-ws'],
      reservedExecution: false,
      deadline: { for: 'tenders', at: { instant: '2021-07-14T10:00:00Z', zone: 'Europe/Stockholm', precision: 'minute' } },
    });
  });

  it('gives every lot an id of its own, its texts, criteria and duration', () => {
    const [first, second] = notice('f02-two-lots').lots;
    expect(first).toMatchObject({
      id: '1',
      title: 'Kontor',
      description: 'Daglig städning.',
      cpvAdditional: ['90919200'],
      places: [{ nuts: 'SE110', name: 'Kista' }],
      duration: { amount: 24, unit: 'month' },
      reservedParticipation: ['res-ws'],
      awardCriteria: [
        { type: 'quality', name: 'Arbetsledning', weight: '40' },
        { type: 'price', weight: '60' },
      ],
    });
    expect(second).toMatchObject({ id: '1-2', title: 'Fönster', duration: { start: { precision: 'day' } } });
    expect(first?.value).toBeUndefined();
    expect(second?.duration?.end).toBeUndefined();
  });

  it('says which values it left out because nobody can have meant them', () => {
    expect(read('f02-two-lots').remarks.map(({ key, place }) => `${key} ${place}`)).toEqual([
      'ted.value-placeholder lot 1, VAL_OBJECT',
      'ted.date lot 1-2, DATE_END',
    ]);
  });

  it('keeps the buyer and never its contact persons', () => {
    const { buyers } = notice('f02-two-lots');
    expect(buyers).toEqual([{ name: 'Exempelköpings kommun', orgNumber: '212000-0142', country: 'SE', nuts: 'SE110', town: 'Exempelköping' }]);
    expect(JSON.stringify(notice('f02-two-lots'))).not.toMatch(/Karin|example\.org|8123456/);
  });

  it('reads results, and masks the number of a sole trader', () => {
    const { formType, procedureId, results } = notice('f03-award');
    expect({ formType, procedureId }).toEqual({ formType: 'result', procedureId: '500-2021' });
    expect(results).toEqual([
      {
        lotId: 'A',
        status: 'selec-w',
        winners: [
          { name: 'Tvättkraft ek. för.', orgNumber: '556086-8225', country: 'SE', size: 'sme' },
          { name: 'Anderssons tvätt', orgNumber: 'xxxxxx-xxxx', country: 'SE' },
        ],
        tendersReceived: 3,
        tendersFromSme: 2,
        value: { amount: 400000, currency: 'SEK' },
      },
      { lotId: 'B', status: 'clos-nw', winners: [] },
    ]);
  });

  it('reads what a corrigendum corrects', () => {
    expect(notice('f14-corrigendum')).toMatchObject({
      formType: 'change',
      procedureId: '123-2021',
      change: { of: '123-2021', description: 'IV.2.2 Sista dag: 2021-07-14 12:00 → 2021-09-01\nII.2.4: – → Miljökrav' },
    });
  });

  it('reads what a modification modifies', () => {
    expect(notice('f20-modification')).toMatchObject({
      formType: 'cont-modif',
      description: 'Flytt av kontor, utökad.',
      places: [{ nuts: 'SE110' }],
      change: { of: '500-2020', reason: 'Fler lokaler.', description: 'Två hus till.' },
    });
  });

  it('reads a call for interest abroad, reserved for a sheltered programme and for organisations with a public service mission', () => {
    const call = notice('f21-reserved');
    expect(call).toMatchObject({
      formType: 'competition',
      language: 'fi',
      reservedParticipation: ['res-pub-ser'],
      reservedExecution: true,
      procedure: 'neg-w-call',
    });
    expect(call.buyers[0]?.orgNumber).toBe('0246246-0');
    expect(call.deadline?.for).toBe('interest');
    expect(momentInSwedish(call.deadline?.at ?? expect.fail())).toBe('måndag 30 november 2020 kl. 09.00 (Europe/Helsinki)');
  });

  it('reads the defence forms, which kept the older layout', () => {
    const old = notice('defence-17');
    expect(old).toMatchObject({
      formType: 'competition',
      title: 'Sömnad av tält',
      cpv: '39522000',
      cpvAdditional: ['50830000'],
      places: [{ nuts: 'SE', name: 'Sverige' }],
      buyers: [{ name: 'Exempelverket', orgNumber: '202100-0340', town: 'Stockholm' }],
      reservedParticipation: ['res-ws'],
      awardCriteria: [{ type: 'price' }],
      deadline: { for: 'requests', at: { instant: '2021-04-19T21:59:59Z', precision: 'day' } },
    });
    expect(old.lots).toMatchObject([{ id: '1', title: 'Stora tält', description: 'Upp till 20 man.' }]);
  });
});

it('reads the award of a defence contract, in the older layout', () => {
  expect(notice('defence-18')).toMatchObject({
    formType: 'result',
    nature: 'supplies',
    buyers: [{ name: 'Exempelverket' }],
    awardCriteria: [{ type: 'quality', name: 'Kvalitet', weight: '40' }],
    results: [
      {
        status: 'selec-w',
        winners: [{ name: 'Tältmakarna AB', orgNumber: '556086-8225', country: 'SE' }],
        tendersReceived: 2,
        value: { amount: 250000.5, currency: 'SEK' },
      },
    ],
  });
});

describe('eForms', () => {
  it('reads a competition with its lots', () => {
    expect(notice('eforms-competition')).toMatchObject({
      id: '4227480c-5326-47ba-af45-3aa58b106951',
      version: '01',
      procedureId: 'b472beaf-2f5e-4afc-9ac0-f238618b32af',
      publicationNumber: '701354-2023',
      format: 'eForms ContractNotice eforms-sdk-1.8',
      form: '16',
      formType: 'competition',
      noticeType: 'cn-standard',
      country: 'SE',
      buyers: [{ name: 'Exempelköpings kommun', orgNumber: '212000-0142' }],
      title: 'Café i Jobbtorg',
      cpv: '55330000',
      cpvAdditional: ['55520000'],
      value: { amount: 2400000, currency: 'SEK' },
      reservedParticipation: ['res-ws'],
      reservedExecution: true,
      socialObjectives: ['opp'],
    });
  });

  it('reads each lot, and leaves groups of lots out', () => {
    const { lots, deadline } = notice('eforms-competition');
    expect(lots.map((l) => l.id)).toEqual(['LOT-0001', 'LOT-0002']);
    expect(lots[0]).toMatchObject({
      title: 'Servering',
      places: [{ nuts: 'SE110', name: 'Kista' }],
      duration: { amount: 24, unit: 'month', renewals: 2 },
      awardCriteria: [{ type: 'price', name: 'Pris', weight: '70 %' }],
      deadline: { for: 'tenders', at: { instant: '2026-12-01T22:59:00Z', zone: 'Europe/Stockholm' } },
    });
    expect(lots[1]?.deadline).toEqual({ for: 'requests', at: { instant: '2026-11-30T12:00:00Z', zone: 'UTC', precision: 'minute' } });
    expect(deadline).toEqual(lots[1]?.deadline);
  });

  it('does not take a Finnish text for Swedish because it is marked so', () => {
    const planning = notice('eforms-planning');
    expect(planning).toMatchObject({ formType: 'planning', language: 'fi', languages: ['fi', 'sv'], title: 'Kuljetukset', lots: [{ id: 'PAR-0001' }] });
    expect(planning.deadline).toMatchObject({ for: 'interest', at: { precision: 'day' } });
  });

  it('finds winners through the contracts, and names no natural person', () => {
    const { results } = notice('eforms-result');
    expect(results).toMatchObject([
      {
        lotId: 'LOT-0001',
        status: 'selec-w',
        winners: [{ name: 'Samhall i Exempel AB', orgNumber: '556086-8225', size: 'small' }],
        tendersReceived: 4,
        tendersFromSme: 3,
        value: { amount: 500000, currency: 'SEK' },
      },
      { lotId: 'LOT-0002', winners: [{ name: 'Fysisk person', size: 'natural-pers' }] },
      { lotId: 'LOT-0003', status: 'clos-nw', winners: [] },
    ]);
    expect(JSON.stringify(results)).not.toMatch(/Karlsson|811218/);
  });

  it('keeps the identity of a notice that is published again', () => {
    const changed = notice('eforms-change');
    expect(changed).toMatchObject({ id: notice('eforms-competition').id, version: '02', change: { reason: 'update-add', description: 'Sista dag flyttad.' } });
  });
});

describe('what is no notice', () => {
  const refused = (xml: string): string => {
    try {
      parseTedNotice(new TextEncoder().encode(xml), 'x.xml');
    } catch (error) {
      return (error as Error).message;
    }
    return expect.fail('it was read');
  };

  it('is refused by name', () => {
    expect(refused('<rss><channel/></rss>')).toMatch(/The element rss is not the start of a TED notice/);
    expect(refused('<TED_EXPORT DOC_ID="1-2020"/>')).toMatch(/no form section/);
    expect(refused('<TED_EXPORT><FORM_SECTION><F02_2014 FORM="F02" LG="SV"/></FORM_SECTION></TED_EXPORT>')).toMatch(/no publication number/);
    expect(refused('<TED_EXPORT DOC_ID="1-2020"><FORM_SECTION><F99 FORM="F99" LG="SV"/></FORM_SECTION></TED_EXPORT>')).toMatch(/form F99 is not known/);
    expect(refused('<ContractNotice><ID>a</ID><NoticeTypeCode listName="competition">x</NoticeTypeCode></ContractNotice>')).toMatch(/has a title/);
    expect(refused('<ContractNotice/>')).toMatch(/no identifier/);
  });
});
