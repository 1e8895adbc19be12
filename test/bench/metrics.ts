import type { FieldId } from '@asf-match/domain';

/** From even odds and up a field is assigned. */
const ASSIGNED = 0.5;

/** What a reader said of a profile and a notice: 2 and 1 relevant, 0 not, −1 disputed. */
export interface Qrel {
  readonly profile: string;
  readonly notice: string;
  readonly grade: number;
}

/** One line of a run: where a notice stands for a profile, and whether it would be mailed. */
export interface RunRow {
  readonly profile: string;
  readonly notice: string;
  readonly score: number;
  readonly alert: boolean;
}

/** The fields that readers gave to notices or profiles. */
export interface Gold {
  readonly ids: readonly string[];
  /** Item, field, and 2 (main) or 1 (minor). Items without any are judged to be about no field. */
  readonly grades: ReadonlyMap<string, ReadonlyMap<FieldId, number>>;
  /** Item and field, parted by a tab, that only one reader gave; they score neither way. */
  readonly disputed: ReadonlySet<string>;
}

/** One field that an engine gives to an item. */
export interface FieldRow {
  readonly id: string;
  readonly field: FieldId;
  readonly probability: number;
}

/** Named as in the judged set's own scorer. */
export interface RankScores {
  readonly profiles: number;
  readonly ndcg10: number;
  readonly recall20: number;
  readonly map: number;
  readonly p5: number;
  readonly alerts: number;
  readonly alert_precision: number;
  readonly alert_recall: number;
  readonly alert_f1: number;
  readonly main_object_recall: number;
}

/** Named as in the judged set's own scorer. */
export interface FieldScores {
  readonly items: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly macro_f1: number;
  readonly top1_main: number;
  readonly negatives: number;
  readonly false_alarm: number;
}

/** Right, false and missed. */
export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

const mean = (values: readonly number[]): number => (values.length > 0 ? values.reduce((sum, v) => sum + v, 0) / values.length : Number.NaN);

/** Precision, recall and their harmonic mean; 0 where nothing can be counted. */
export const precisionRecall = ({ tp, fp, fn }: Counts) => ({
  precision: tp / (tp + fp || 1),
  recall: tp / (tp + fn || 1),
  f1: (2 * tp) / (2 * tp + fp + fn || 1),
});

export function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

const discounted = (grades: readonly number[]): number => grades.reduce((sum, g, i) => sum + (2 ** g - 1) / Math.log2(i + 2), 0);

interface ProfileScores {
  readonly ndcg10: number;
  readonly recall20: number;
  readonly map: number;
  readonly p5: number;
}

/** How one profile's list stands to its readers' grades, all in the order of the list; undefined when nothing is relevant to it. */
function scoreList(got: readonly number[], grades: readonly number[]): ProfileScores | undefined {
  const ideal = grades.filter((g) => g > 0).sort((a, b) => b - a);
  if (ideal.length === 0) return undefined;
  const hits = (top: number): number => got.slice(0, top).filter((g) => g > 0).length;
  const precisions = got.flatMap((g, i) => (g > 0 ? [hits(i + 1) / (i + 1)] : []));
  return {
    ndcg10: discounted(got.slice(0, 10)) / discounted(ideal.slice(0, 10)),
    recall20: hits(20) / Math.min(ideal.length, 20),
    map: precisions.reduce((sum, p) => sum + p, 0) / ideal.length,
    p5: hits(5) / Math.min(5, ideal.length),
  };
}

/** Best first, ties by notice; disputed pairs are left out. */
function listOf(rows: readonly RunRow[], grades: ReadonlyMap<string, number>): RunRow[] {
  return rows.filter((r) => (grades.get(r.notice) ?? 0) >= 0).sort((a, b) => b.score - a.score || (a.notice < b.notice ? -1 : 1));
}

function countAlerts(list: readonly RunRow[], grades: ReadonlyMap<string, number>, counts: Counts & { must: number; met: number }): number {
  const alerted = new Set(list.filter((r) => r.alert).map((r) => r.notice));
  for (const notice of alerted) {
    if ((grades.get(notice) ?? 0) > 0) counts.tp++;
    else counts.fp++;
  }
  for (const [notice, grade] of grades) {
    if (grade > 0 && !alerted.has(notice)) counts.fn++;
    if (grade === 2) counts.must++;
    if (grade === 2 && alerted.has(notice)) counts.met++;
  }
  return alerted.size;
}

/** Scores a run against the grades; only pairs of these notices count. */
export function scoreRank(qrels: readonly Qrel[], run: readonly RunRow[], notices: ReadonlySet<string>): RankScores {
  const rows = groupBy(
    run.filter((r) => notices.has(r.notice)),
    (r) => r.profile,
  );
  const judged = groupBy(
    qrels.filter((r) => notices.has(r.notice)),
    (r) => r.profile,
  );
  const counts = { tp: 0, fp: 0, fn: 0, must: 0, met: 0 };
  let alerts = 0;
  const scores: ProfileScores[] = [];
  for (const [profile, given] of judged) {
    const grades = new Map(given.map((r) => [r.notice, r.grade]));
    const list = listOf(rows.get(profile) ?? [], grades);
    const own = scoreList(
      list.map((r) => grades.get(r.notice) ?? 0),
      [...grades.values()],
    );
    if (own) scores.push(own);
    alerts += countAlerts(list, grades, counts);
  }
  const { precision, recall, f1 } = precisionRecall(counts);
  const average = (name: keyof ProfileScores): number => mean(scores.map((s) => s[name]));
  return {
    ...{ profiles: scores.length, ndcg10: average('ndcg10'), recall20: average('recall20'), map: average('map'), p5: average('p5') },
    ...{ alerts, alert_precision: precision, alert_recall: recall, alert_f1: f1, main_object_recall: counts.met / counts.must },
  };
}

/** What was said of each item, without what is disputed and what is not among the items. */
export function saidOf(gold: Gold, rows: readonly FieldRow[]): Map<string, Map<FieldId, number>> {
  const said = new Map(gold.ids.map((id) => [id, new Map<FieldId, number>()]));
  for (const { id, field, probability } of rows) if (!gold.disputed.has(`${id}\t${field}`)) said.get(id)?.set(field, probability);
  return said;
}

/** Right, false and missed by field. A missed minor part is no error, a found one is right. */
export function countFields(gold: Gold, rows: readonly FieldRow[]): Map<FieldId, Counts> {
  const byField = new Map<FieldId, Counts>();
  const bump = (field: FieldId, name: keyof Counts): void => {
    const counts = byField.get(field) ?? { tp: 0, fp: 0, fn: 0 };
    counts[name]++;
    byField.set(field, counts);
  };
  for (const [id, said] of saidOf(gold, rows)) {
    const grades = gold.grades.get(id) ?? new Map<FieldId, number>();
    for (const [field, probability] of said) if (probability >= ASSIGNED) bump(field, grades.has(field) ? 'tp' : 'fp');
    for (const [field, grade] of grades) if (grade === 2 && (said.get(field) ?? 0) < ASSIGNED) bump(field, 'fn');
  }
  return byField;
}

/** Of the items with a main object, how often the likeliest field is one. */
function topIsMain(gold: Gold, said: ReadonlyMap<string, ReadonlyMap<FieldId, number>>): number {
  const withMain = gold.ids.filter((id) => [...(gold.grades.get(id)?.values() ?? [])].includes(2));
  const right = withMain.filter((id) => {
    const best = [...(said.get(id) ?? [])].sort((a, b) => b[1] - a[1])[0];
    return best && gold.grades.get(id)?.get(best[0]) === 2;
  });
  return right.length / (withMain.length || 1);
}

/** Scores fields against the readers' labels. */
export function scoreFields(gold: Gold, rows: readonly FieldRow[]): FieldScores {
  const byField = [...countFields(gold, rows).values()];
  const total = byField.reduce((sum, c) => ({ tp: sum.tp + c.tp, fp: sum.fp + c.fp, fn: sum.fn + c.fn }), { tp: 0, fp: 0, fn: 0 });
  const said = saidOf(gold, rows);
  const disputedItems = new Set([...gold.disputed].map((key) => key.split('\t')[0]));
  const negatives = gold.ids.filter((id) => !gold.grades.get(id)?.size && !disputedItems.has(id));
  const alarms = negatives.filter((id) => [...(said.get(id)?.values() ?? [])].some((p) => p >= ASSIGNED));
  return {
    items: gold.ids.length,
    ...precisionRecall(total),
    macro_f1: mean(byField.filter((c) => c.tp + c.fn > 0).map((c) => precisionRecall(c).f1)),
    top1_main: topIsMain(gold, said),
    negatives: negatives.length,
    false_alarm: alarms.length / (negatives.length || 1),
  };
}
