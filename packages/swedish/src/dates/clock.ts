import { WEEKDAY, weekdayOf, ZONE, zoneOf } from './names.ts';

/** What stands beside a date: its weekday and the clock, and how far they reach. */
export interface Beside {
  readonly start: number;
  readonly end: number;
  readonly weekday?: number;
  readonly time?: string;
  readonly zone?: string;
}

const HOUR = '(?<h>[01]?\\d|2[0-4])';
const MINUTE = '[.:h](?<min>[0-5]\\d)(?:[.:][0-5]\\d)?';
const AT = '(?:kl(?:ockan)?\\.?|at|by|before|before|före|senast\\s+kl(?:ockan)?\\.?)';
const HALF = '(?:\\s*(?<half>[ap]\\.?m\\.?)(?!\\p{L}))';
const NAMED = '(?<named>noon|12\\s+noon|midnight|midnatt|noon)';
const OF_ZONE = `(?:\\s*,?\\s*\\(?\\s*(?<zone>${ZONE})\\s*\\)?)?`;
/** "kl. 16.00", "kl 16", "16.00", "5 pm", "noon", each with its zone. */
const CLOCK = `(?:(?:at\\s+|vid\\s+|by\\s+)?${NAMED}|(?:${AT}\\s*)?${HOUR}(?:${MINUTE})${HALF}?(?:\\s*(?:h|hrs|hours)(?!\\p{L}))?|(?:${AT}\\s*)?(?<h2>1[0-2]|0?[1-9])${HALF.replace('half', 'half2')}|${AT}\\s*(?<h3>[01]?\\d|2[0-4])(?![\\d.,:/]\\d|\\d))${OF_ZONE}`;
const AFTER = new RegExp(`^(?:[\\s,;]|\\(|T|och|and|–|-){0,4}(?:(?:senast|no\\s+later\\s+than|latest)\\s+)?${CLOCK}`, 'iu');
const ISO_AFTER = /^T(?<h>\d\d):(?<min>\d\d)(?::\d\d(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?/u;
const ON = '(?:\\s|,|\\(|den|the|on|of|\\)){1,12}';
const BEFORE = new RegExp(`(?<![\\d.,:/])${CLOCK}${ON}(?:${WEEKDAY}${ON})?$`, 'iu');
const WEEKDAY_BEFORE = new RegExp(`(?<!\\p{L})(?<weekday>${WEEKDAY})(?:\\s|,|den|the){1,8}$`, 'iu');
const ARTICLE_BEFORE = /(?<!\p{L})den\s+$/iu;
const NEAR = 60;

/** Reads weekday and clock around a date that stands at `start` to `end`, not going beyond `from` and `to`. */
export function readBeside(text: string, start: number, end: number, from: number, to: number): Beside {
  const before = text.slice(Math.max(from, start - NEAR), start);
  const after = text.slice(end, Math.min(to, end + NEAR));
  const weekday = WEEKDAY_BEFORE.exec(before);
  const then = ISO_AFTER.exec(after) ?? AFTER.exec(after);
  const first = then ? undefined : BEFORE.exec(before);
  const clock = timeOf((then ?? first)?.groups);
  const article = ARTICLE_BEFORE.exec(before);
  const reach = Math.max(weekday?.[0].length ?? 0, article?.[0].length ?? 0, first && clock ? first[0].length : 0);
  const number = weekday?.groups?.weekday ? weekdayOf(weekday.groups.weekday) : undefined;
  return {
    start: start - reach,
    end: end + (then && clock ? then[0].length : 0),
    ...(number && { weekday: number }),
    ...clock,
  };
}

function timeOf(groups: Readonly<Record<string, string | undefined>> | undefined): { time: string; zone?: string } | undefined {
  if (!groups) return undefined;
  const zone = groups.zone && { zone: zoneOf(groups.zone) };
  if (groups.named) return { time: /mid/i.test(groups.named) ? '23:59' : '12:00', ...zone };
  const half = (groups.half ?? groups.half2)?.[0]?.toLowerCase();
  const said = Number(groups.h ?? groups.h2 ?? groups.h3);
  const hour = half ? (said % 12) + (half === 'p' ? 12 : 0) : said;
  // A deadline at 24.00 is the end of that day.
  if (hour === 24) return { time: '23:59', ...zone };
  return { time: `${String(hour).padStart(2, '0')}:${groups.min ?? '00'}`, ...zone };
}

const ALONE = new RegExp(`(?<![\\d.,:/])${CLOCK}`, 'iu');

/** The first clock time in a text that stands without a date: "alltid kl. 14.00", "both at 17:00 Brussels time". */
export function readClock(text: string): { readonly time: string; readonly zone?: string } | undefined {
  return timeOf(ALONE.exec(text)?.groups);
}
