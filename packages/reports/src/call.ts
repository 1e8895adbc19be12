import { type CallReading, isClosed, isoOf, type Moment, type Money, momentInSwedish, moneyInSwedish, type Quote, type Stated } from '@asf-match/domain';
import { shown } from './text.ts';

/** One thing that is said: its value, and the first statement that says it. `quotes` when several do. Both null when nothing does. */
interface Entry {
  readonly value: unknown;
  readonly quote: string | null;
  readonly quotes?: readonly string[];
}

const entry = (value: unknown, quotes: readonly Quote[] = []): Entry => ({
  value,
  quote: quotes[0]?.text ?? null,
  ...(quotes.length > 1 && { quotes: quotes.map((q) => q.text) }),
});
const of = <T>(said: Stated<T> | undefined, absent: unknown, value: (t: T) => unknown = (t) => t): Entry =>
  said ? entry(value(said.value), said.quotes) : entry(absent);

/** Kronor only; an amount in another currency is not converted, but shown as it is. */
const money = (said: Stated<Money> | undefined) =>
  said && said.value.currency !== 'SEK' ? { ...entry(null, said.quotes), ...said.value } : of(said, null, (m) => m.amount);

/**
 * A reading as the command `call --json` prints it. Every key holds `{ "value", "quote" }`; a value that the text does not
 * give is null with quote null.
 *
 * - `role` projektägare, samverkanspart, medfinansiär, kan inte delta, oklart; with `check`, what a person has to find out
 * - `eligible` kinds of applicants, Swedish words
 * - `partners_min` parties in all; `public_partner_required`, `rolling`, `invited_only` true or false (false with quote null: not said)
 * - `opens` ISO 8601: a date, or date and time with offset; with `about` when the text gives no day
 * - `closes` a list of the same, empty when none is said; `stages` 1 unless said otherwise
 * - `closed` at the time of reading: the text says so, or the last deadline is past
 * - `funding_percent`, `cofinancing_percent` as stated, neither worked out from the other
 * - `budget_sek` of the whole call, `min_sek` and `max_sek` of a project, whole kronor; another currency gives null and `amount`, `currency`
 */
export function callSummary(reading: CallReading, now: string) {
  const { role, opens, closes, closedInWords } = reading;
  const closed = isClosed(reading, now);
  return {
    language: reading.language,
    role: { ...entry(role.value, role.quotes), check: role.check },
    eligible: of(reading.eligible, null),
    partners_min: of(reading.partnersMin, null),
    public_partner_required: of(reading.publicPartnerRequired, false),
    opens: { ...of(opens, null, (o) => isoOf(o.at)), ...(opens?.value.about && { about: opens.value.about }) },
    closes: of(closes, [], (moments: readonly Moment[]) => moments.map(isoOf)),
    stages: of(reading.stages, 1),
    rolling: of(reading.rolling, false),
    closed: entry(closed, closed ? (closedInWords ?? closes)?.quotes : []),
    invited_only: of(reading.invitedOnly, false),
    funding_percent: of(reading.fundingPercent, null),
    cofinancing_percent: of(reading.cofinancingPercent, null),
    budget_sek: money(reading.budget),
    min_sek: money(reading.min),
    max_sek: money(reading.max),
    project_months: of(reading.projectMonths, null),
    target_groups: of(reading.targetGroups, null),
    places: of(reading.places, null),
    unread: reading.unread,
  };
}

const NOT_STATED = 'framgår inte';

/** A reading as lines for a terminal, Swedish, each with its quote. */
export function callText(reading: CallReading, now: string): string {
  const lines: string[] = [];
  const line = <T>(name: string, said: Stated<T> | undefined, value: (t: T) => string, absent = NOT_STATED): void => {
    lines.push(`${name}: ${said ? value(said.value) : absent}`);
    for (const quote of said?.quotes ?? []) lines.push(`    ”${oneLine(quote.text)}”`);
  };
  line('Stadens roll', reading.role, String);
  for (const check of reading.role.check) lines.push(`    Kontrollera: ${check}`);
  line('Får söka', reading.eligible, (kinds) => kinds.join(', '));
  line('Minsta antal parter', reading.partnersMin, String);
  line('Offentlig part krävs', reading.publicPartnerRequired, () => 'ja');
  line('Öppnar', reading.opens, (o) => o.about ?? momentInSwedish(o.at));
  line('Stänger', reading.closes, (moments) => moments.map(momentInSwedish).join('; '), reading.rolling ? 'löpande' : NOT_STATED);
  lines.push(`Läge: ${isClosed(reading, now) ? 'stängd' : 'inte stängd'}`);
  line('Steg', reading.stages, String);
  line('Löpande ansökan', reading.rolling, () => 'ja');
  line('Bara inbjudna', reading.invitedOnly, () => 'ja');
  line('Stödnivå, högst', reading.fundingPercent, percent);
  line('Medfinansiering, minst', reading.cofinancingPercent, percent);
  line('Utlysningens budget', reading.budget, moneyInSwedish);
  line('Minsta belopp för ett projekt', reading.min, moneyInSwedish);
  line('Största belopp för ett projekt', reading.max, moneyInSwedish);
  line('Längsta projekttid', reading.projectMonths, (n) => `${n} månader`);
  line('Målgrupper', reading.targetGroups, (groups) => groups.join(', '));
  line('Platser', reading.places, (places) => places.join(', '));
  for (const unread of reading.unread) lines.push(`Oläst datum: ${oneLine(unread)}`);
  return `${lines.join('\n')}\n`;
}

const percent = (n: number): string => `${String(n).replace('.', ',')} %`;
const oneLine = (text: string): string => shown(text).replace(/\s+/gu, ' ');
