import { type Call, dayDeadline, dayMoment, callSchema as domainCall, type Moment, minuteMoment, type Problem, STOCKHOLM } from '@asf-match/domain';
import { callTextOf, titleOf } from '../calls/call-text.ts';
import { readJsonAnswer } from '../calls/json-answer.ts';
import type { Parsed } from '../source.ts';
import { callSchema, envelopeSchema, programmeSchema, roundSchema, type VinnovaCall, type VinnovaProgramme, type VinnovaRound } from './records.ts';

/**
 * Reads rounds, calls and programmes into one Call for each round that is open to all: the round is what can be applied for. Rounds
 * for invited only (`Publik` 0) are left out. Dates are in Swedish time; 1900-01-01 means none.
 * @throws InputError when it is not the three lists
 */
export function parseVinnova(bytes: Uint8Array, origin: string): Parsed {
  const lists = readJsonAnswer(bytes, envelopeSchema, 'vinnova', origin);
  const remarks: Problem[] = [];
  const read = <T>(rows: readonly unknown[], schema: { safeParse(row: unknown): { success: boolean; data?: T | undefined } }, what: string): T[] =>
    rows.flatMap((row, index) => {
      const { success, data } = schema.safeParse(row);
      if (success && data !== undefined) return [data];
      remarks.push({
        key: 'vinnova.record',
        file: origin,
        place: `${what} ${index + 1}`,
        message: 'Cannot be read.',
        remedy: 'It is left out; the others are kept.',
      });
      return [];
    });
  const byNumber = <T extends { Diarienummer: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.Diarienummer, row]));
  const calls = byNumber(read<VinnovaCall>(lists.utlysningar, callSchema, 'utlysning'));
  const programmes = byNumber(read<VinnovaProgramme>(lists.program, programmeSchema, 'program'));
  const found = read<VinnovaRound>(lists.ansokningsomgangar, roundSchema, 'ansökningsomgång').flatMap((round) => {
    const call = calls.get(round.DiarienummerUtlysning ?? '');
    if (isInvitedOnly(round) || (call && isInvitedOnly(call))) return [];
    const made = domainCall.safeParse(callOf(round, call, programmes.get(call?.DiarienummerProgram ?? '')));
    if (made.success) return [made.data as Call];
    remarks.push({
      ...{ key: 'vinnova.round', file: origin, place: round.Diarienummer },
      ...{ message: `Cannot be read (${made.error.issues[0]?.path.join('.')}).`, remedy: 'It is left out; the others are kept.' },
    });
    return [];
  });
  return { calls: found, remarks };
}

const isInvitedOnly = ({ Publik }: { readonly Publik?: string | number | null | undefined }): boolean => String(Publik) === '0';

function callOf(round: VinnovaRound, call: VinnovaCall | undefined, programme: VinnovaProgramme | undefined) {
  const opens = momentOf(round.Oppningsdatum, dayMoment);
  const closes = closingDays(round);
  const about = [round.AnnonseringslägePeriod, round.AnnonseringslägeÅr].filter(Boolean).join(' ');
  const texts = [round.Beskrivning, ...round.WebTextLista.map((t) => t.TextSv), call?.Beskrivning].map((text) => callTextOf(text));
  const link = [...round.LankLista, ...(call?.LankLista ?? [])].find((l) => l.URL && /^https?:\/\//.test(l.URL))?.URL;
  return {
    source: 'vinnova',
    id: round.Diarienummer,
    references: [round.Diarienummer, ...(call ? [call.Diarienummer] : [])],
    funder: 'Vinnova',
    ...(programme?.Titel && { programme: titleOf(programme.Titel) }),
    title: titleOf(round.Titel ?? call?.Titel ?? ''),
    text: [...new Set(texts.filter(Boolean))].join('\n\n'),
    language: 'sv',
    ...(link && { url: link }),
    rounds: [{ ...(opens && { opens }), closes, ...(about && !opens && { about }) }],
  };
}

/**
 * When applications are read: the cut-offs of a round that is open for long, then its last day. No entry of
 * `AvlasningstillfalleLista` was seen and its shape is not documented: the first date in each is taken.
 */
function closingDays({ AvlasningstillfalleLista, Stangningsdatum }: VinnovaRound): Moment[] {
  const texts = [...AvlasningstillfalleLista.map((entry) => /\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?/.exec(JSON.stringify(entry))?.[0]), Stangningsdatum];
  const moments = texts.flatMap((text) => momentOf(text, dayDeadline) ?? []);
  return [...new Map(moments.map((m) => [m.instant, m])).values()].sort((a, b) => (a.instant < b.instant ? -1 : 1));
}

/** "2026-10-13T14:00:00" is Swedish time; midnight is a day alone; 1900-01-01 is none. */
function momentOf(text: string | undefined, ofDay: (day: string, zone: string) => Moment): Moment | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?)?/.exec(text ?? '');
  if (!match?.[1] || match[1].startsWith('1900')) return undefined;
  return match[2] && match[2] !== '00:00' ? minuteMoment(match[1], match[2], STOCKHOLM) : ofDay(match[1], STOCKHOLM);
}
