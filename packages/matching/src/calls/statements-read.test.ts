import { isoOf } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { readCall } from './read-call.ts';

const PUBLISHED = '2026-06-10';
const read = (text: string) => readCall(text, { published: PUBLISHED });
const kronor = (said: { value: { amount: number; currency: string } } | undefined) => said && `${said.value.amount} ${said.value.currency}`;
type Row = readonly [text: string, expected: unknown];
const rows = (...all: readonly Row[]) => all.map(([text, expected]) => ({ text, expected }));

describe('money of the call and of a project', () => {
  it.each(
    rows(
      ['Utlysningens totala budget är 40 miljoner kronor.', { budget: '40000000 SEK' }],
      ['Vi fördelar 12 Mkr i denna utlysning.', { budget: '12000000 SEK' }],
      ['Det finns 25 miljoner kronor att fördela.', { budget: '25000000 SEK' }],
      ['Det finns totalt 25 miljoner kronor att söka.', { budget: '25000000 SEK' }],
      ['Utlysningen omfattar totalt 30 000 000 kronor.', { budget: '30000000 SEK' }],
      ['Regeringen har avsatt 100 miljoner kronor för 2027.', { budget: '100000000 SEK' }],
      ['För utlysningen har Vinnova avsatt 10 miljoner kronor.', { budget: '10000000 SEK' }],
      ['Budget: 8 Mkr', { budget: '8000000 SEK' }],
      ['The total budget available is SEK 20 million.', { budget: '20000000 SEK' }],
      ['The call has an indicative budget of EUR 5 million.', { budget: '5000000 EUR' }],
      ['SEK 15 million is available under this call.', { budget: '15000000 SEK' }],
      ['Högst 500 000 kronor per projekt.', { max: '500000 SEK' }],
      ['Ni kan söka upp till 2 miljoner kronor.', { max: '2000000 SEK' }],
      ['Bidraget är maximalt 750 tkr.', { max: '750000 SEK' }],
      ['Bidraget kan uppgå till högst 900 000 kr per projekt.', { max: '900000 SEK' }],
      ['Stödet får inte överstiga 1 miljon kronor.', { max: '1000000 SEK' }],
      ['Projekt kan få som mest 3 miljoner kronor.', { max: '3000000 SEK' }],
      ['Minsta belopp att söka är 100 000 kronor.', { min: '100000 SEK' }],
      ['Projektets totala budget ska vara minst 2 miljoner kronor.', { min: '2000000 SEK' }],
      ['Projektets budget måste vara lägst 500 000 kr och högst 4 000 000 kr.', { min: '500000 SEK', max: '4000000 SEK' }],
      ['Ansökningar under 200 000 kronor avslås.', { min: '200000 SEK' }],
      ['Ni kan få mellan 300 000 och 1,2 miljoner kronor.', { min: '300000 SEK', max: '1200000 SEK' }],
      ['Hur mycket kan ni söka?\n1–3 miljoner kronor.', { min: '1000000 SEK', max: '3000000 SEK' }],
      ['Grants of up to SEK 400,000 are available.', { max: '400000 SEK' }],
      ['The maximum grant is SEK 1,000,000 and the minimum grant is SEK 200,000.', { min: '200000 SEK', max: '1000000 SEK' }],
      ['Each project can receive between EUR 100 000 and EUR 300 000.', { min: '100000 EUR', max: '300000 EUR' }],
      ['The grant amount shall not exceed EUR 60 000 per project.', { max: '60000 EUR' }],
      ['Projects with a budget of less than SEK 500 000 will not be considered.', { min: '500000 SEK' }],
      ['Budgeten är 20 miljoner kronor. Varje projekt kan få högst 2 miljoner kronor.', { budget: '20000000 SEK', max: '2000000 SEK' }],
      ['Utlysningen har en budget på 50 miljoner kronor, varav varje projekt kan få högst 5 miljoner kronor.', { budget: '50000000 SEK', max: '5000000 SEK' }],
      ['Den totala budgeten är 10 miljoner kronor och vi räknar med att bevilja 5 projekt.', { budget: '10000000 SEK' }],
      // Nothing of this is money of the call.
      ['Förra årets utlysning hade en budget på 30 miljoner kronor.', {}],
      ['Organisationen ska ha en omsättning på minst 3 miljoner kronor.', {}],
      ['Stöd av mindre betydelse är högst 300 000 euro under tre år (de minimis).', {}],
      ['Timkostnaden får vara högst 800 kronor per timme.', {}],
      ['Projekt som beviljas mer än 5 miljoner kronor ska anlita revisor.', {}],
      ['Medfinansieringen ska vara minst 200 000 kronor.', {}],
    ),
  )('$text', ({ text, expected }) => {
    const { budget, min, max } = read(text);
    const found = { budget: kronor(budget), min: kronor(min), max: kronor(max) };
    expect(Object.fromEntries(Object.entries(found).filter(([, v]) => v))).toEqual(expected);
  });
});

describe('shares of the costs', () => {
  it.each(
    rows(
      ['Stödet är högst 60 procent av kostnaderna.', [60, null]],
      ['Vi finansierar upp till 50 % av projektkostnaderna.', [50, null]],
      ['Stödnivån är maximalt 75 procent.', [75, null]],
      ['Bidraget täcker högst 80 procent av de stödberättigande kostnaderna.', [80, null]],
      ['Bidrag kan lämnas med högst hälften, dock högst 50 procent, av kostnaden.', [50, null]],
      ['EU-stödet är 40 procent och den nationella medfinansieringen ska vara minst 60 procent.', [40, 60]],
      ['Minst 20 procent medfinansiering krävs.', [null, 20]],
      ['Krav på minst 46 procents medfinansiering.', [null, 46]],
      ['Egeninsatsen ska vara minst 10 % av projektets totala kostnad.', [null, 10]],
      ['Medfinansiering: 30 %', [null, 30]],
      ['Sökande ska själv stå för minst 25 procent av kostnaderna.', [null, 25]],
      ['Projektet ska ha en egenfinansiering på 15 procent.', [null, 15]],
      ['Stödet uppgår till högst 66,5 procent.', [66.5, null]],
      ['Ingen medfinansiering krävs, stödet är 100 procent.', [100, null]],
      ['The grant covers up to 80% of eligible costs.', [80, null]],
      ['Funding rate: 60 %', [60, null]],
      ['The co-financing rate is 95 % of total eligible costs.', [95, null]],
      ['The EU contribution is limited to 90 per cent.', [90, null]],
      ['Applicants must contribute at least 20% of the costs from their own resources.', [null, 20]],
      ['At least 10% must be co-financed by the applicant.', [null, 10]],
      ['Co-financing of at least 25 % is required.', [null, 25]],
      ['The programme reimburses 70 percent; the remaining 30 percent is paid by the partners.', [70, 30]],
      ['Overheadkostnader ersätts med högst 30 procent av personalkostnaderna.', [null, null]],
      ['Minst 50 procent av deltagarna ska vara kvinnor.', [null, null]],
      ['Indirect costs are covered by a flat rate of 7 %.', [null, null]],
      ['Förskott betalas ut med 40 procent av stödet.', [null, null]],
      ['Pre-financing of 80 % is paid after signature.', [null, null]],
      ['Arbetslösheten i området är 12 procent.', [null, null]],
      ['Relevans viktas 40 procent i bedömningen.', [null, null]],
    ),
  )('$text', ({ text, expected }) => {
    const { fundingPercent, cofinancingPercent } = read(text);
    expect([fundingPercent?.value ?? null, cofinancingPercent?.value ?? null]).toEqual(expected);
  });
});

describe('days', () => {
  it.each(
    rows(
      ['Utlysningen öppnar den 1 september och stänger den 29 september.', ['2026-09-01', ['2026-09-29']]],
      ['Sista ansökningsdag är den 15 oktober 2026.', [null, ['2026-10-15']]],
      ['Ansök senast den 15 oktober 2026 kl. 16.00.', [null, ['2026-10-15T16:00:00+02:00']]],
      ['Sista dag att söka: 15 oktober 2026', [null, ['2026-10-15']]],
      ['Ansökan ska ha kommit in till oss senast 30 november 2026.', [null, ['2026-11-30']]],
      ['Ansökningsperiod: 1 september–15 oktober 2026', ['2026-09-01', ['2026-10-15']]],
      ['Ansökningstiden är 1 september 2026 till och med 15 oktober 2026.', ['2026-09-01', ['2026-10-15']]],
      ['Du kan söka mellan den 1 och 30 september 2026.', ['2026-09-01', ['2026-09-30']]],
      ['Utlysningen är öppen till och med den 15 oktober.', [null, ['2026-10-15']]],
      ['Ansökan öppnar den 1 september kl. 09.00.', ['2026-09-01T09:00:00+02:00', []]],
      ['Den 15 oktober 2026 stänger utlysningen.', [null, ['2026-10-15']]],
      ['Utlysningen stänger den 15 oktober 2026. Beslut fattas i december 2026. Projektstart tidigast 1 januari 2027.', [null, ['2026-10-15']]],
      ['Senast beslut: 15 december 2026', [null, []]],
      ['Projekten ska vara avslutade senast den 31 december 2028.', [null, []]],
      ['Slutrapport ska lämnas senast den 31 mars 2029.', [null, []]],
      ['Frågor kan ställas till och med den 1 oktober 2026.', [null, []]],
      ['Informationsmöte hålls den 20 september 2026 kl. 10.00.', [null, []]],
      ['Publicerad: 10 juni 2026', [null, []]],
      ['Ansökningstiden förlängs till den 30 oktober 2026.', [null, ['2026-10-30']]],
      ['Sista ansökningsdag flyttas från den 15 oktober till den 30 oktober 2026.', [null, ['2026-10-30']]],
      ['Ansökningar tas emot den 1 mars, 1 juni och 1 oktober 2027 kl. 14.00; sista ansökningsdag är varje gång samma dag.', [null, []]],
      [
        'Sista ansökningsdagar är 1 mars, 1 juni och 1 oktober 2027 kl. 14.00.',
        [null, ['2027-03-01T14:00:00+01:00', '2027-06-01T14:00:00+02:00', '2027-10-01T14:00:00+02:00']],
      ],
      ['Öppnar: 2026-09-01\nStänger: 2026-10-15', ['2026-09-01', ['2026-10-15']]],
      [
        'Viktiga datum\n- 1 september 2026: Utlysningen öppnar\n- 15 oktober 2026: Utlysningen stänger\n- 1 december 2026: Beslut',
        ['2026-09-01', ['2026-10-15']],
      ],
      ['Opening date: 1 September 2026\nDeadline: 15 October 2026 17:00 (Brussels time)', ['2026-09-01', ['2026-10-15T17:00:00+02:00']]],
      ['The call closes on 15 October 2026 at 5 pm CET.', [null, ['2026-10-15T17:00:00+02:00']]],
      ['Proposals must be submitted by 15 October 2026.', [null, ['2026-10-15']]],
      ['Applications are accepted from 1 September to 15 October 2026.', ['2026-09-01', ['2026-10-15']]],
      ['The application period runs from 1 September 2026 until 15 October 2026, 12:00.', ['2026-09-01', ['2026-10-15T12:00:00+02:00']]],
      ['First cut-off: 1 September 2026. Second cut-off: 1 March 2027.', [null, ['2026-09-01', '2027-03-01']]],
      ['Stage 1: 1 September 2026. Stage 2: 1 March 2027. Deadlines are at 17:00 Brussels time.', [null, []]],
      [
        'Deadline stage 1: 1 September 2026; deadline stage 2: 1 March 2027, both at 17:00 Brussels time.',
        [null, ['2026-09-01T17:00:00+02:00', '2027-03-01T17:00:00+01:00']],
      ],
      ['The deadline has been extended from 1 October to 15 October 2026.', [null, ['2026-10-15']]],
      ['Projects must start before 1 January 2027.', [null, []]],
      ['Results will be announced by 1 December 2026.', [null, []]],
      ['Applicants will be notified of the decision no later than 1 December 2026.', [null, []]],
      ['The call opens in February 2027.', ['2027-02-01', []]],
    ),
  )('$text', ({ text, expected }) => {
    const { opens, closes } = read(text);
    expect([opens ? isoOf(opens.value.at) : null, closes?.value.map(isoOf) ?? []]).toEqual(expected);
  });
});

describe('parties', () => {
  it.each(
    rows(
      ['Projektet ska ha minst två projektparter.', [2, false]],
      ['Minst tre organisationer ska samverka, varav en offentlig.', [3, true]],
      ['Ett konsortium av minst två parter, varav minst en kommun, ska stå bakom ansökan.', [2, true]],
      ['Minst 2 sökande varav en offentlig aktör.', [2, true]],
      ['Projektet måste genomföras i samverkan med en kommun.', [null, true]],
      ['Samverkan med minst en offentlig aktör är ett krav.', [null, true]],
      ['Projektet kan genomföras i samverkan med en kommun.', [null, false]],
      ['Kommuner får gärna delta.', [null, false]],
      ['The consortium must include at least three partners from three countries.', [3, false]],
      ['At least two independent legal entities must apply together.', [2, false]],
      ['At least one partner must be a public authority.', [null, true]],
      ['A minimum of four partners is required, one of which must be a municipality.', [4, true]],
      ['Proposals must involve at least one municipality.', [null, true]],
      ['Minst fem kommuner i länet har arbetslöshet över snittet.', [null, false]],
      ['Ni ska ha minst två års erfarenhet.', [null, false]],
    ),
  )('$text', ({ text, expected }) => {
    const { partnersMin, publicPartnerRequired } = read(text);
    expect([partnersMin?.value ?? null, publicPartnerRequired?.value ?? false]).toEqual(expected);
  });
});

describe('the manner of applying', () => {
  it.each(
    rows(
      ['Ansökan kan göras löpande.', 'rolling'],
      ['Du kan söka när som helst under året.', 'rolling'],
      ['Löpande ansökan.', 'rolling'],
      ['Applications are accepted on a rolling basis.', 'rolling'],
      ['There is no deadline.', 'rolling'],
      ['The call is continuously open.', 'rolling'],
      ['Beslut fattas löpande.', ''],
      ['Ansökan görs i två steg.', '2 stages'],
      ['This is a two-stage call.', '2 stages'],
      ['Steg 1: skissansökan. Steg 2: fullständig ansökan.', '2 stages'],
      ['The second stage is open to those who succeed in the first; only invited applicants submit a full proposal.', '2 stages'],
      ['Deadline model: single-stage', '1 stages'],
      ['Endast inbjudna kan söka.', 'invited'],
      ['Utlysningen är endast öppen för inbjudna aktörer.', 'invited'],
      ['Ansökan sker efter inbjudan.', 'invited'],
      ['By invitation only.', 'invited'],
      ['This is a closed call for invited organisations.', 'invited'],
      ['Only organisations that have been invited may apply.', 'invited'],
      ['Endast de som har fått en inbjudan får ansöka.', 'invited'],
      ['Ni är inbjudna till ett informationsmöte.', ''],
      ['Alla är inbjudna att söka.', ''],
      ['Utlysningen är stängd.', 'closed'],
      ['Ansökningsperioden är avslutad.', 'closed'],
      ['This call is now closed.', 'closed'],
      ['Status: Stängd', 'closed'],
      ['Applications are no longer accepted.', 'closed'],
      ['Förra utlysningen är stängd.', ''],
    ),
  )('$text', ({ text, expected }) => {
    const { rolling, stages, invitedOnly, closedInWords } = read(text);
    const found = [rolling && 'rolling', stages && `${stages.value} stages`, invitedOnly && 'invited', closedInWords && 'closed'];
    expect(found.filter(Boolean).join()).toBe(expected);
  });
});
