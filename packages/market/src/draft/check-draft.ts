import type { Barrier, DraftPlace, Finding, Money } from '@asf-match/domain';
import { type Readability, readability } from '@asf-match/swedish';
import { type Found, placesOf, wholeOf } from './barrier-search.ts';
import { type Counted, countedIn, hardWordsIn } from './counters.ts';
import { shortDeadline } from './short-deadline.ts';
import { statedValue, turnoverAgainst } from './turnover.ts';
import { unitsOf } from './units.ts';

/** A draft's text as its reader gave it. */
export interface DraftText {
  readonly text: string;
  readonly format: 'text' | 'docx' | 'pdf';
  /** Where each page of a PDF begins. */
  readonly pageStarts: readonly number[];
}

/** What a draft was found to say. The findings are no legal judgement. */
export interface DraftCheck {
  readonly kind: 'utkastkontroll';
  readonly file: string;
  readonly madeOn: string;
  readonly version: string;
  /** Worst first, at most fifteen, one for each barrier. */
  readonly findings: readonly Finding[];
  /** How many more barriers were found than are shown. */
  readonly leftOut: number;
  /** The value that turnover was compared with, and where it is from. */
  readonly value?: Money & { readonly from: 'given' | 'draft' };
  /** Absent when the draft has no running text. */
  readonly measures?: Omit<Readability, 'longest'>;
  /** Names of measures that are estimated. */
  readonly estimated: readonly ('passive' | 'nominalRatio')[];
  /** The longest sentences. */
  readonly longSentences: readonly (DraftPlace & { readonly words: number })[];
}

const MOST_FINDINGS = 15;
const MOST_ALSO = 20;
const LONGEST_QUOTE = 300;
const LONG_SENTENCE = 25;

/** Looks for barriers and hard language in a draft. `value` is the purchase's, without VAT; without it the draft's own is taken. Pure. */
export function checkDraft(
  draft: DraftText,
  barriers: readonly Barrier[],
  context: { readonly file: string; readonly madeOn: string; readonly version: string; readonly value?: Money },
): DraftCheck {
  const units = unitsOf(draft.text);
  const whole = wholeOf(units);
  const value = context.value ?? statedValue(units);
  const placeOf = places(draft);
  const all = barriers.flatMap((barrier): Finding[] => {
    const counted = countedIn(barrier, units) ?? hardWordsIn(barrier, units);
    const found = barrier.count || barrier.words.size > 0 ? undefined : placesOf(barrier, units, whole);
    if (counted) return [findingOf(barrier, counted.places.map(placeOf), counted)];
    if (found && found.length > 0) return [barrier.id === 'oms.min' ? turnoverFinding(barrier, found, value, placeOf) : findingOf(barrier, found.map(placeOf))];
    const short = barrier.id === 'tid.kort' ? shortDeadline(units) : undefined;
    return short ? [findingOf(barrier, short.places.map(placeOf), short)] : [];
  });
  const ordered = all.sort((a, b) => b.severity - a.severity || rank(b) - rank(a) || a.line - b.line || (a.id < b.id ? -1 : 1));
  const measured = readability(draft.text);
  const { longest = [], ...measures } = measured ?? {};
  return {
    kind: 'utkastkontroll',
    ...{ file: context.file, madeOn: context.madeOn, version: context.version },
    findings: ordered.slice(0, MOST_FINDINGS),
    leftOut: Math.max(0, ordered.length - MOST_FINDINGS),
    ...(value && { value: { ...value, from: context.value ? ('given' as const) : ('draft' as const) } }),
    ...(measured && { measures: measures as Omit<Readability, 'longest'> }),
    estimated: ['passive', 'nominalRatio'],
    longSentences: longest.filter((s) => s.words > LONG_SENTENCE).map(({ start, end, words }) => ({ ...placeAt(draft, start, end), words })),
  };
}

/** What was computed stands before what was only found. */
const rank = (finding: Finding): number => (finding.detail?.includes('Lagen tillåter') ? 1 : 0);

function turnoverFinding(barrier: Barrier, found: readonly Found[], value: Money | undefined, placeOf: (f: Found) => DraftPlace): Finding {
  const judged = found.map((f) => ({ f, judgement: turnoverAgainst(f.unit.text, value) }));
  const worst = judged.find((j) => j.judgement?.exceeds) ?? judged.find((j) => j.judgement) ?? judged[0];
  const places = [...(worst ? [worst.f] : []), ...found.filter((f) => f !== worst?.f)].map(placeOf);
  return findingOf(barrier, places, worst?.judgement);
}

function findingOf(barrier: Barrier, places: readonly DraftPlace[], extra: Partial<Pick<Counted, 'detail'>> = {}): Finding {
  const { id, category, severity, title, why, advice, law } = barrier;
  const [first, ...rest] = places;
  const also = rest.filter((place, i) => [first, ...rest.slice(0, i)].every((p) => p?.line !== place.line || p.quote !== place.quote));
  const detail = extra.detail;
  return { ...{ id, category, severity, title, ...(first as DraftPlace) }, ...(detail && { detail }), ...{ why, advice, law }, also: also.slice(0, MOST_ALSO) };
}

/** The sentence, item or row around what was found; a long one is cut to what stands around it. */
const places =
  (draft: DraftText) =>
  ({ unit, start, end }: Found): DraftPlace => {
    const last = unit.start + unit.text.length;
    if (unit.text.length <= LONGEST_QUOTE) return { ...placeAt(draft, unit.start, last), line: lineAt(draft.text, start) };
    const from = Math.max(unit.start, Math.min(start - 100, last - LONGEST_QUOTE));
    const to = Math.min(last, Math.max(end, from + LONGEST_QUOTE));
    const left = from === unit.start ? from : draft.text.indexOf(' ', from) + 1;
    const right = to === last ? to : draft.text.lastIndexOf(' ', to);
    return { ...placeAt(draft, Math.min(left, start), Math.max(right, end)), line: lineAt(draft.text, start) };
  };

function placeAt({ text, format, pageStarts }: DraftText, start: number, end: number): DraftPlace {
  const page = pageStarts.filter((s) => s <= start).length;
  const line = lineAt(text, start);
  return {
    quote: text.slice(start, end).trim(),
    line,
    ...(format === 'pdf' && { page: Math.max(1, page) }),
    ...(format === 'docx' && {
      paragraph: text
        .split('\n')
        .slice(0, line)
        .filter((l) => l.trim()).length,
    }),
  };
}

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
