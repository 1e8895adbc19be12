import { type Judged, loadOwnSet } from './judged.ts';
import { scoreFields, scoreRank } from './metrics.ts';
import { answer, matcherFor, profileFields } from './ours.ts';
import { printScores } from './print.ts';

/** Scores of the project's own judged set: a net for regressions, since its words have been seen. */
export function scoreOwnSet(judged: Judged = loadOwnSet()) {
  const matcher = matcherFor(judged.organisations);
  const { run, fields } = answer(matcher, judged.notices);
  return {
    rank: scoreRank(judged.qrels, run, judged.idsOf()),
    fields: scoreFields(judged.noticeFields, fields),
    profiles: scoreFields(judged.profileFields, profileFields(matcher, judged)),
  };
}

export function benchOwn(): void {
  const judged = loadOwnSet();
  const { rank, fields, profiles } = scoreOwnSet(judged);
  console.log(`own set: ${judged.notices.length} notices, ${judged.organisations.length} profiles, of the project`);
  printScores('rank', rank, ['ndcg10', 'recall20', 'map', 'alert_precision', 'alert_recall', 'main_object_recall']);
  printScores('fields of notices', fields, ['precision', 'recall', 'f1', 'macro_f1', 'top1_main', 'false_alarm']);
  printScores('fields of profiles', profiles, ['precision', 'recall', 'f1', 'macro_f1']);
}
