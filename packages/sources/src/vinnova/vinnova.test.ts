import { type Call, InputError, isoOf } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { json, replayServer, shortSteps, stepsOf } from '../testing/index.ts';
import { vinnova } from './index.ts';

/** Records in Vinnova’s shape; all of it is made up. */
const round = (more: object = {}) => ({
  ...{
    Diarienummer: '2026-00001',
    DiarienummerUtlysning: '2025-00010',
    Titel: 'Hösten 2026',
    Beskrivning: '<p>Minst två parter, varav en offentlig.</p>',
    TitelEngelska: 'x',
  },
  ...{ Oppningsdatum: '2026-09-01T00:00:00', Stangningsdatum: '2027-01-26T14:00:00', Publik: 1, AnnonseringslägeÅr: null, AnnonseringslägePeriod: null },
  KontaktLista: [{ Namn: 'Per Exempelsson', Telefon: '08 123 12 12', Epost: 'per@example.se' }],
  LankLista: [{ Beskrivning: 'Ansök här', URL: 'https://ansok.example.se/1' }],
  WebTextLista: [{ TextID: 1, TextSv: 'Högst 2 miljoner kronor per projekt.', TextEn: '' }],
  ...more,
});
const utlysning = (more: object = {}) => ({
  Diarienummer: '2025-00010',
  DiarienummerProgram: '2024-00100',
  Titel: 'Social innovation',
  Beskrivning: 'x',
  Publik: 1,
  ...more,
});
const program = { Diarienummer: '2024-00100', Titel: 'Civilsamhällets lösningar', Beskrivning: 'x' };
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const parse = async (rounds: unknown[], calls: unknown[] = [utlysning()]): Promise<readonly Call[]> =>
  (await vinnova.parse(encode({ ansokningsomgangar: rounds, utlysningar: calls, program: [program] }), 'vinnova')).calls ?? [];

describe('reading Vinnova', () => {
  it('joins round, call and programme; times are Swedish, in winter and summer', async () => {
    const [call] = await parse([round()]);
    expect(call).toMatchObject({
      ...{ id: '2026-00001', references: ['2026-00001', '2025-00010'], programme: 'Civilsamhällets lösningar', title: 'Hösten 2026' },
      ...{ text: 'Minst två parter, varav en offentlig.\n\nHögst 2 miljoner kronor per projekt.', url: 'https://ansok.example.se/1' },
    });
    expect(call?.rounds[0]?.closes.map(isoOf)).toEqual(['2027-01-26T14:00:00+01:00']);
    expect(call?.rounds[0]?.opens && isoOf(call.rounds[0].opens)).toBe('2026-09-01');
    const [summer] = await parse([round({ Stangningsdatum: '2027-06-01T14:00:00' })]);
    expect(summer?.rounds[0]?.closes.map(isoOf)).toEqual(['2027-06-01T14:00:00+02:00']);
  });

  it('takes 1900-01-01 and x for nothing, and keeps when a coming round is expected', async () => {
    const [call] = await parse([
      round({ Oppningsdatum: null, Stangningsdatum: '1900-01-01T00:00:00', AnnonseringslägeÅr: '2027', AnnonseringslägePeriod: 'mars', Beskrivning: 'xx' }),
    ]);
    expect(call?.rounds).toEqual([{ closes: [], about: 'mars 2027' }]);
    expect(call?.text).toBe('Högst 2 miljoner kronor per projekt.');
    expect((await parse([round({ Titel: 'x' })]))[0]?.title).toBe('Social innovation');
  });

  it('takes the cut-offs of a round before its last day, each once and in order', async () => {
    const [call] = await parse([
      round({ AvlasningstillfalleLista: [{ Datum: '2026-11-10T14:00:00' }, '2026-10-06T14:00:00', { Datum: '2027-01-26T14:00:00' }, { Text: 'senare' }] }),
    ]);
    expect(call?.rounds[0]?.closes.map(isoOf)).toEqual(['2026-10-06T14:00:00+02:00', '2026-11-10T14:00:00+01:00', '2027-01-26T14:00:00+01:00']);
  });

  it('leaves out what is for invited only, the round itself or its whole call', async () => {
    expect(await parse([round({ Publik: 0 })])).toEqual([]);
    expect(await parse([round()], [utlysning({ Publik: 0 })])).toEqual([]);
  });

  it('holds no person', async () => {
    expect(JSON.stringify(await parse([round()]))).not.toMatch(/Exempelsson|per@|123 12/);
  });

  it('names a record that it cannot read, keeps the others, and refuses another shape', async () => {
    const parsed = await vinnova.parse(encode({ ansokningsomgangar: [{}, round()], utlysningar: [], program: [] }), 'vinnova');
    expect([parsed.calls?.length, parsed.remarks.map((r) => r.place)]).toEqual([1, ['ansökningsomgång 1']]);
    expect(() => vinnova.parse(encode([]), 'vinnova')).toThrow(InputError);
  });
});

describe('asking Vinnova', () => {
  it('asks for rounds of 24 months, then for their calls and programmes by number, 20 a request, and keeps no person', async () => {
    const rounds = Array.from({ length: 21 }, (_, i) => round({ Diarienummer: `2026-0${1000 + i}`, DiarienummerUtlysning: `2025-0${2000 + i}` }));
    const numbers = rounds.map((r) => r.DiarienummerUtlysning);
    await using server = await replayServer({
      '/ansokningsomgangar/2024-11-01': json(rounds),
      [`/utlysningar/${numbers.slice(0, 20).join(',')}`]: json([utlysning()]),
      [`/utlysningar/${numbers[20]}`]: json([]),
      '/program/2024-00100': json([program]),
    });
    const steps = await stepsOf(vinnova, server.origin, { url: server.origin });
    expect(shortSteps(steps)).toEqual(['total 21', 'document']);
    const document = steps.find((s) => s.kind === 'document')?.document;
    expect(new TextDecoder().decode(document?.bytes)).not.toMatch(/Exempelsson|KontaktLista/);
    expect((await vinnova.parse(document?.bytes ?? new Uint8Array(), 'vinnova')).calls).toHaveLength(21);
  });

  it('calls an empty list of rounds, and an answer that is no list, errors', async () => {
    for (const [body, key] of [
      [[], 'vinnova.empty'],
      [{ message: 'fel' }, 'vinnova.shape'],
    ] as const) {
      await using server = await replayServer({ '/ansokningsomgangar/2024-11-01': json(body) });
      expect(shortSteps(await stepsOf(vinnova, server.origin, { url: server.origin }))).toEqual([`failed ${key}`]);
    }
  });
});
