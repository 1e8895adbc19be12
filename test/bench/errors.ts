import { ALERT_PROBABILITY, type Classification, type FieldId, type Reason, subjectOfNotice } from '@asf-match/domain';
import { judgedOrSkip } from './judged.ts';
import type { Gold } from './metrics.ts';
import { matcherFor } from './ours.ts';

const WORST = 20;
const SHOWN = 400;
/** Where a field without any evidence stands: it is left out of the answer, so its log-odds are not known. */
const NO_EVIDENCE = -3.6;

interface Item {
  readonly id: string;
  readonly text: string;
  readonly found: readonly Classification[];
}

/** A field that was wrongly given or missed, and how far from even odds it was. */
interface FieldError {
  readonly item: Item;
  readonly field: FieldId;
  readonly kind: 'false' | 'missed';
  readonly distance: number;
  readonly reasons: readonly Reason[];
}

/** The worst errors with their texts and reasons. For whoever improves the engine: not part of a run of all. */
export function benchErrors(): void {
  const judged = judgedOrSkip('errors');
  if (!judged) return;
  const { classifier } = matcherFor(judged.organisations);
  const notices = judged.notices.map((notice): Item => {
    const subject = subjectOfNotice(notice);
    const codes = subject.cpv.map(({ code }) => code).join(' ');
    const text = [...subject.texts.map((t) => t.text), codes, subject.nature ?? ''].filter(Boolean).join(' | ');
    return { id: notice.id, text, found: classifier.classifySubject(subject) };
  });
  const profiles = judged.organisations.map(({ id, offers }): Item => ({ id, text: offers, found: classifier.classifyOffers(offers) }));
  printErrors('notices', notices, judged.noticeFields);
  printErrors('profiles', profiles, judged.profileFields);
}

function printErrors(title: string, items: readonly Item[], gold: Gold): void {
  const errors = items.flatMap((item) => errorsOf(item, gold)).sort((a, b) => b.distance - a.distance);
  console.log(`\nerrors: fields of ${title}, the worst ${Math.min(WORST, errors.length)} of ${errors.length}`);
  for (const error of errors.slice(0, WORST)) printError(error);
}

function errorsOf(item: Item, { grades, disputed }: Gold): FieldError[] {
  const given = grades.get(item.id) ?? new Map<FieldId, number>();
  const found = new Map(item.found.map((c) => [c.field, c]));
  const wronglyGiven = item.found
    .filter(({ field, probability }) => probability >= ALERT_PROBABILITY && !given.has(field) && !disputed.has(`${item.id}\t${field}`))
    .map(({ field, probability, reasons }): FieldError => ({ item, field, kind: 'false', distance: logOdds(probability), reasons }));
  const missed = [...given]
    .filter(([field, grade]) => grade === 2 && (found.get(field)?.probability ?? 0) < ALERT_PROBABILITY)
    .map(([field]): FieldError => {
      const { probability, reasons = [] } = found.get(field) ?? {};
      return { item, field, kind: 'missed', distance: probability === undefined ? -NO_EVIDENCE : -logOdds(probability), reasons };
    });
  return [...wronglyGiven, ...missed];
}

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));

function printError({ item, field, kind, distance, reasons }: FieldError): void {
  const text = item.text.replace(/\s+/g, ' ');
  console.log(`\n  ${kind} ${field} in ${item.id}, ${distance.toFixed(2)} from even odds`);
  console.log(`    ${text.length > SHOWN ? `${text.slice(0, SHOWN)} …` : text}`);
  for (const { rule, weight, quote, offer } of reasons) {
    const at = quote ?? offer;
    console.log(`    ${weight.toFixed(2).padStart(6)} ${rule}${at ? ` “${at.text}” (${at.part})` : ''}`);
  }
  if (reasons.length === 0) console.log('           no evidence');
}

if (process.argv[1] === import.meta.filename) benchErrors();
