import type { FieldId } from '@asf-match/domain';
import { FOLDS, foldOf, meanAndSpread } from './folds.ts';
import { type Judged, judgedOrSkip, loadReference, onlyItems } from './judged.ts';
import { type Counts, countFields, type FieldRow, type Gold, precisionRecall, scoreFields, scoreRank } from './metrics.ts';
import { type Answer, answer, matcherFor, profileFields } from './ours.ts';
import { printRow } from './print.ts';

/** Every leaf field's own figures, and how much the figures of all vary from one fifth of the judged items to another. */
export function benchFields(): void {
  const judged = judgedOrSkip('fields');
  if (!judged) return;
  const matcher = matcherFor(judged.organisations);
  const given = answer(matcher, judged.notices);
  const ofProfiles = profileFields(matcher, judged);
  const { taxonomy } = loadReference();
  printFields(
    taxonomy.leaves.map((f) => f.id),
    [
      { gold: judged.noticeFields, rows: given.fields },
      { gold: judged.profileFields, rows: ofProfiles },
    ],
  );
  printSpread(judged, given, ofProfiles);
}

interface Side {
  readonly gold: Gold;
  readonly rows: readonly FieldRow[];
}

function printFields(fields: readonly FieldId[], sides: readonly Side[]): void {
  console.log('fields: by leaf, n as judged (main objects; all fields of a profile), precision, recall, F1; on the left notices, on the right profiles');
  printRow('', ['n', 'precision', 'recall', 'F1', 'n', 'precision', 'recall', 'F1'], 10);
  const counted = sides.map(({ gold, rows }) => countFields(gold, rows));
  for (const field of fields) {
    printRow(
      field,
      counted.flatMap((counts, side) => cellsOf(counts.get(field), mainObjects(sides[side]?.gold, field))),
      10,
    );
  }
}

const mainObjects = (gold: Gold | undefined, field: FieldId): number => [...(gold?.grades.values() ?? [])].filter((g) => g.get(field) === 2).length;

function cellsOf(counts: Counts | undefined, n: number): string[] {
  if (!counts) return [String(n), '–', '–', '–'];
  const { precision, recall, f1 } = precisionRecall(counts);
  return [String(n), ...[precision, recall, f1].map((figure) => figure.toFixed(2))];
}

function printSpread(judged: Judged, { run, fields }: Answer, ofProfiles: readonly FieldRow[]): void {
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const inFold = (ids: readonly string[]): Set<string> => new Set(ids.filter((id) => foldOf(id) === fold));
    const notices = inFold(judged.noticeFields.ids);
    return {
      rank: scoreRank(judged.qrels, run, notices),
      notices: scoreFields(onlyItems(judged.noticeFields, notices), fields),
      profiles: scoreFields(onlyItems(judged.profileFields, inFold(judged.profileFields.ids)), ofProfiles),
    };
  });
  console.log(`  mean and spread between ${FOLDS} parts of the notices (and of the profiles, for theirs), by their names:`);
  for (const name of ['ndcg10', 'recall20', 'alert_precision', 'main_object_recall'] as const) {
    printRow(`    rank, ${name}`, [meanAndSpread(folds.map(({ rank }) => rank[name]))], 16);
  }
  for (const name of ['f1', 'false_alarm'] as const) {
    printRow(`    fields of notices, ${name}`, [meanAndSpread(folds.map(({ notices }) => notices[name]))], 16);
  }
  printRow('    fields of profiles, f1', [meanAndSpread(folds.map(({ profiles }) => profiles.f1))], 16);
}
