import { type CallReading, dayDeadline, dayMoment, type Moment, minuteMoment, STOCKHOLM } from '@asf-match/domain';
import { type DateReading, type Refusal, readClock, readDates, type WrittenDate } from '@asf-match/swedish';
import { type DateMeaning, meaningOfDate } from './date-meaning.ts';
import { type Said, stated } from './stated.ts';
import type { Statement } from './statements.ts';

/** What is known beside the text. */
export interface CallContext {
  readonly language: 'sv' | 'en';
  /** `YYYY-MM-DD` */
  readonly published?: string;
}

interface Found {
  readonly meaning: DateMeaning;
  readonly reading: Exclude<DateReading, { kind: 'refused' }>;
  readonly statement: Statement;
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'no-year': 'året framgår inte',
  'day-or-month': 'dag och månad kan läsas på två sätt',
  'two-digit-year': 'det kan vara ett år eller en dag',
  'no-such-day': 'dagen finns inte',
};

/** When a call opens and closes. A date is taken only when the words around it say that it is one of the two. */
export function readCallDates(
  text: string,
  statements: readonly Statement[],
  { language, published }: CallContext,
): Pick<CallReading, 'opens' | 'closes' | 'unread'> {
  const year = published ? undefined : yearOf(text);
  const dayFirst = language === 'sv' || /(?<!\d)(?:1[3-9]|2\d|3[01])\/(?:0?[1-9]|1[0-2])\/20\d\d/.test(text);
  const readings = readDates(text, { dayFirst, ...(published && { published }), ...(year && { year }) });
  const found: Found[] = [];
  const unread: string[] = [];
  for (const statement of statements) {
    const inside = readings.filter((r) => r.start >= statement.start && r.start < statement.end);
    let earlier: DateMeaning | undefined;
    for (const [i, reading] of inside.entries()) {
      const from = inside[i - 1]?.end ?? statement.start;
      const meaning = meaningOfDate({
        before: text.slice(from, reading.start),
        after: text.slice(reading.end, inside[i + 1]?.start ?? statement.end),
        above: `${statement.heading} ${statement.lead}`,
        isRange: reading.kind === 'range',
        ...(earlier && { earlier }),
      });
      earlier = meaning ?? earlier;
      if (reading.kind === 'refused') unread.push(`”${text.slice(reading.start, reading.end)}”: ${REFUSALS[reading.reason]}.`);
      else if (meaning && meaning !== 'other' && !isPutOff(text, statement, reading, inside[i + 1])) found.push({ meaning, reading, statement });
    }
  }
  return { ...opensOf(text, found), ...closesOf(text, found, statements), unread };
}

/** The year of the title or the first heading that names one, else the only year of the text. */
function yearOf(text: string): number | undefined {
  const years = (part: string) => [...new Set(part.match(/(?<![\d-])20[12]\d(?![\d-])/g) ?? [])].map(Number);
  const [inTitle] = years(text.slice(0, 300));
  const all = years(text);
  return inTitle ?? (all.length === 1 ? all[0] : undefined);
}

const PUT_OFF = /(?<!\p{L})(?:förläng\p{L}*|flytta\p{L}*|senarel\p{L}*|framflytta\p{L}*|extended|postponed|moved|changed|ändra\p{L}*)(?!\p{L})/iu;
const INSTEAD = /^[\s,]*(?:till|to|until|och är nu|now)\s*(?:den|the)?\s*$/iu;

/** "förlängts från den 15 mars till den 30 mars": the first of the two is no longer a date of the call. */
function isPutOff(text: string, statement: Statement, reading: DateReading, next: DateReading | undefined): boolean {
  if (!next || !PUT_OFF.test(statement.text))
    return /(?<!\p{L})(?:tidigare|ursprunglig\p{L}*|originally|previously|instead of|i stället för)\s+(?:\p{L}+\s+){0,3}$/iu.test(
      text.slice(Math.max(statement.start, reading.start - 40), reading.start),
    );
  return INSTEAD.test(text.slice(reading.end, next.start));
}

const PRECISE = new Set(['day', 'minute']);

function opensOf(text: string, found: readonly Found[]): Pick<CallReading, 'opens'> {
  const opening = found.find((f) => f.meaning === 'opens' || (f.meaning === 'period' && f.reading.kind === 'range' && !PUT_OFF.test(f.statement.text)));
  if (!opening) return {};
  const date = opening.reading.kind === 'range' ? opening.reading.from : opening.reading;
  const zone = date.zone ?? STOCKHOLM;
  const at = date.time ? minuteMoment(date.first, date.time, zone) : dayMoment(date.first, zone);
  return { opens: stated(text, { at, ...(!PRECISE.has(date.precision) && { about: text.slice(date.start, date.end) }) }, [opening.statement]) };
}

type Clock = NonNullable<ReturnType<typeof readClock>>;
const SHARED_CLOCK =
  /(?<!\p{L})(?:båda|bägge|alla|samtliga|alltid|respektive dag|varje gång|i samtliga fall|sista (?:ansöknings)?dagen|stängningsdagen|den dagen|both|each|always|all|every|on the (?:closing|last) day|in (?:both|all) cases)(?!\p{L})/iu;

function closesOf(text: string, found: readonly Found[], statements: readonly Statement[]): Pick<CallReading, 'closes'> {
  const closing = found.flatMap(({ meaning, reading, statement }) => {
    const date = reading.kind === 'range' ? reading.to : reading;
    const counts = meaning === 'closes' || (meaning === 'period' && reading.kind === 'range');
    return counts && PRECISE.has(date.precision) ? [{ date, statement }] : [];
  });
  const shared = sharedClock(statements, closing);
  const moments = new Map<string, { moment: Moment; said: Said }>();
  for (const [i, { date, statement }] of closing.entries()) {
    const moment = momentOf(date, date.time ? undefined : (clockOfList(closing, i) ?? shared));
    const known = moments.get(date.first);
    if (!known || (known.moment.precision === 'day' && moment.precision === 'minute')) moments.set(date.first, { moment, said: statement });
  }
  const sorted = [...moments.values()].sort((a, b) => (a.moment.instant < b.moment.instant ? -1 : 1));
  if (sorted.length === 0) return {};
  return {
    closes: stated(
      text,
      sorted.map((s) => s.moment),
      sorted.map((s) => s.said),
    ),
  };
}

function momentOf(date: WrittenDate, clock: Clock | undefined): Moment {
  const zone = date.zone ?? clock?.zone ?? STOCKHOLM;
  const time = date.time ?? clock?.time;
  return time ? minuteMoment(date.first, time, zone) : dayDeadline(date.first, zone);
}

interface Closing {
  readonly date: WrittenDate;
  readonly statement: Statement;
}

/** "den 1 mars, 1 juni och 1 oktober kl. 14.00": the clock stands with the last of a list. */
function clockOfList(closing: readonly Closing[], at: number): Clock | undefined {
  const later = closing.slice(at + 1).filter((c) => c.statement === closing[at]?.statement);
  const last = later.at(-1);
  if (!last?.date.time || later.slice(0, -1).some((c) => c.date.time)) return undefined;
  return { time: last.date.time, ...(last.date.zone && { zone: last.date.zone }) };
}

/** "alltid kl. 14.00", "both at 17:00 Brussels time", "utlysningen stänger kl. 16.00 sista dagen": for every closing day. */
function sharedClock(statements: readonly Statement[], closing: readonly Closing[]): Clock | undefined {
  for (const { text, start } of statements) {
    const dates = closing.filter((c) => c.statement.start === start).map((c) => c.date);
    if (!SHARED_CLOCK.test(text) || dates.some((d) => d.time)) continue;
    const end = Math.max(0, ...dates.map((d) => d.end - start));
    if (dates.length === 0 && !/(?<!\p{L})(?:stäng\p{L}*|ansök\p{L}*|deadline\p{L}*|clos\p{L}*|submi\p{L}*)(?!\p{L})/iu.test(text)) continue;
    const clock = readClock(text.slice(end));
    if (clock) return clock;
  }
  return undefined;
}
