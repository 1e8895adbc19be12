import { groupBy, precisionRecall, type Qrel, type RunRow } from '../metrics.ts';

/** What another way of finding notices gives on the same notices and profiles. */
export interface PeerAnswer {
  readonly name: string;
  readonly run: readonly RunRow[];
}

/** A pair with a score, before it is decided what is an alert. */
export type ScoredPair = Omit<RunRow, 'alert'>;

/** Sets the alerts at the one score that gives the best F1 in hindsight: kinder to the peer than any threshold set beforehand. */
export function alertInHindsight(pairs: readonly ScoredPair[], qrels: readonly Qrel[]): RunRow[] {
  const grades = new Map(qrels.map((q) => [`${q.profile} ${q.notice}`, q.grade]));
  const judged = pairs.filter((p) => (grades.get(`${p.profile} ${p.notice}`) ?? 0) >= 0);
  const relevant = qrels.filter((q) => q.grade > 0).length;
  const counts = { tp: 0, fp: 0, fn: relevant };
  const best = { f1: -1, score: Number.POSITIVE_INFINITY };
  for (const [, tied] of [...groupBy(judged, (p) => String(p.score))].sort((a, b) => Number(b[0]) - Number(a[0]))) {
    const hits = tied.filter((p) => (grades.get(`${p.profile} ${p.notice}`) ?? 0) > 0).length;
    counts.tp += hits;
    counts.fp += tied.length - hits;
    counts.fn -= hits;
    const { f1 } = precisionRecall(counts);
    if (f1 > best.f1) Object.assign(best, { f1, score: tied[0]?.score });
  }
  return pairs.map((p) => ({ ...p, alert: p.score >= best.score }));
}
