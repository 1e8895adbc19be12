import { type Judged, judgedOrSkip, loadReference } from './judged.ts';
import { type FieldRow, scoreFields, scoreRank } from './metrics.ts';
import { answer, matcherFor } from './ours.ts';
import { bm25 } from './peers/bm25.ts';
import type { PeerAnswer } from './peers/peer.ts';
import { postgres } from './peers/postgres.ts';
import { fieldsByCode, savedSearch } from './peers/saved-search.ts';
import { fieldsByTerms, sharedTermLists, termLists } from './peers/term-lists.ts';
import { printScores } from './print.ts';

const RANK = ['ndcg10', 'recall20', 'map', 'alert_precision', 'alert_recall', 'alert_f1', 'main_object_recall'] as const;
const FIELDS = ['precision', 'recall', 'f1', 'macro_f1', 'top1_main', 'false_alarm'] as const;

/** Other ways of finding the same notices for the same profiles, beside ours. */
export async function benchPeers(): Promise<void> {
  const judged = judgedOrSkip('peers');
  if (!judged) return;
  const { taxonomy } = loadReference();
  const lists = termLists(taxonomy);
  const ours = answer(matcherFor(judged.organisations), judged.notices);
  console.log('peers: the same notices and profiles; BM25 and PostgreSQL mail from the score that gives the best F1 in hindsight, which is kind to them');
  printRanks(judged, [
    { name: 'asf-match', run: ours.run },
    savedSearch(judged, taxonomy, 'narrow'),
    savedSearch(judged, taxonomy, 'wide'),
    bm25(judged),
    sharedTermLists(judged, lists),
  ]);
  const database = await postgres(judged);
  if (database) printRanks(judged, [database]);
  else console.log('  PostgreSQL: skipped, DATABASE_URL is not set');
  printFields(judged, 'fields of notices, asf-match', ours.fields);
  printFields(judged, 'fields of notices, by codes', fieldsByCode(judged.notices, taxonomy));
  printFields(judged, 'fields of notices, by term lists', fieldsByTerms(judged.notices, lists));
}

function printRanks({ qrels, idsOf }: Judged, answers: readonly PeerAnswer[]): void {
  for (const { name, run } of answers) printScores(name, scoreRank(qrels, run, idsOf()), RANK);
}

function printFields({ noticeFields }: Judged, title: string, rows: readonly FieldRow[]): void {
  printScores(title, scoreFields(noticeFields, rows), FIELDS);
}
