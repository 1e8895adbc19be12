import { dateOf, moneyInSwedish } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { readStart, readValue } from './cells.ts';
import { readPlan } from './read-plan.ts';

const read = (csv: string) => readPlan(new TextEncoder().encode(csv), 'plan.csv');
const HEADER = 'Referens;Rubrik;Beskrivning;Planerad start;Värde;CPV;Plats;Status;Exempel\n';

describe('readPlan', () => {
  it('reads a row', async () => {
    const { needs, problems } = await read(`${HEADER}AMN 2027-03;Café;Drift av café.;2027-03;1 250 000 kr;55330000-2; Kista ;planerad;ja\n`);
    expect(problems).toEqual([]);
    expect(needs).toEqual([
      {
        ...{ id: 'amn-2027-03', reference: 'AMN 2027-03', title: 'Café', description: 'Drift av café.' },
        plannedStart: { instant: '2027-02-28T23:00:00Z', zone: 'Europe/Stockholm', precision: 'day' },
        value: { amount: 1250000, currency: 'SEK' },
        ...{ cpv: ['55330000'], places: [{ name: 'Kista' }], status: 'planned', origin: 'plan.csv, row 2', example: true },
      },
    ]);
  });

  it('names each cell that it cannot read, and keeps the row', async () => {
    const { needs, problems } = await read(`${HEADER};Flytt;;snart;mycket;9839;;kanske;\n;;utan titel;;;;;;\n;Flytt;;;;;;;\n`);
    expect(needs.map((n) => n.id)).toEqual(['flytt', 'flytt-2']);
    expect(problems.map((p) => p.place)).toEqual(['row 2, column planned_start', 'row 2, column value', 'row 2, column status', 'row 2, column cpv', 'row 3']);
  });
});

describe('cells', () => {
  it('reads starts as people write them', () => {
    const day = (text: string) => {
      const moment = readStart(text);
      return moment && dateOf(moment);
    };
    expect(['2027-03-01', '2027-03', '2027', 'Q2 2027', '2027 q4', 'kvartal 1, 2027', 'mars 2027', 'sept. 2027'].map(day)).toEqual([
      ...['2027-03-01', '2027-03-01', '2027-01-01', '2027-04-01', '2027-10-01', '2027-01-01', '2027-03-01', '2027-09-01'],
    ]);
    expect(['2027-02-30', 'våren 2027', 'snart', 'Q5 2027'].map(day)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('reads values as people write them', () => {
    const value = (text: string) => {
      const money = readValue(text);
      return money && moneyInSwedish(money).replaceAll('\u00a0', ' ');
    };
    expect(['1 250 000 kr', '1250000', '1,25 mkr', 'ca 800 tkr', '1.250.000', '2 miljoner kronor', '700 000:-'].map(value)).toEqual([
      ...['1 250 000 kr', '1 250 000 kr', '1 250 000 kr', '800 000 kr', '1 250 000 kr', '2 000 000 kr', '700 000 kr'],
    ]);
    expect(['100 000 EUR', '1-2 mkr', '-5', '0', 'okänt'].map(value)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});
