import { type Subject, subjectOfNotice } from '@asf-match/domain';
import { type ConceptRemark, checkConcepts, compareConcepts } from '@asf-match/matching';
import { readNoticeLines } from '@asf-match/sources';
import { loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

type Options = GlobalOptions & { against: string; notices?: string; json?: boolean };

const MEANING: Readonly<Record<ConceptRemark['kind'], string>> = {
  empty: 'består bara av vanliga småord',
  both: 'talar både för och emot fältet',
  twice: 'finns redan i fältet, i en annan böjning eller på en annan rad',
  everywhere: 'finns i fler än fyra fält och säger därför lite',
  'code-both': 'är både fältets kod och en kod för något som bara liknar',
};
const MOST_SHOWN = 40;

/**
 * Checks the tables of the data folder and shows, on stored notices or those of a file, which fields notices would
 * gain and lose against the tables that are in use.
 */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const after = (await loadReferenceData(settings.data)).taxonomy;
  const before = (await loadReferenceData(options.against)).taxonomy;
  const remarks = checkConcepts(after);
  const subjects = await withStore(settings, async (store): Promise<Subject[]> => {
    const notices = options.notices ? readNoticeLines(await readInput(options.notices), options.notices).notices : await store.notices.list();
    return notices.map(subjectOfNotice);
  });
  const changes = compareConcepts(before, after, subjects);
  const lines = [
    `Begreppskartan i ${settings.data}: ${after.leaves.length} fält, ${after.leaves.reduce((n, f) => n + f.concepts.length, 0)} ord och koder. Inga fel.`,
    ...remarks.map(({ field, text, kind }) => `Att se över: ${field}, ”${text}” ${MEANING[kind]}.`),
    `Prövad på ${subjects.length} annonser mot ${options.against}: ${count(changes, 'gained')} tillkommer, ${count(changes, 'lost')} faller bort.`,
    ...changes
      .slice(0, MOST_SHOWN)
      .map(
        ({ subject, field, kind, because }) =>
          `${kind === 'gained' ? '+' : '−'} ${field}: ${subject.texts[0]?.text ?? subject.ref.id}${because ? ` (”${because}”)` : ''}`,
      ),
    ...(changes.length > MOST_SHOWN ? [`… och ${changes.length - MOST_SHOWN} till. Alla finns med --json.`] : []),
  ];
  const json = { remarks, changes: changes.map(({ subject, ...change }) => ({ notice: subject.ref.id, title: subject.texts[0]?.text, ...change })) };
  process.stdout.write(options.json ? `${JSON.stringify(json, null, 2)}\n` : `${lines.join('\n')}\n`);
  return EXIT.done;
}

const count = (changes: readonly { readonly kind: string }[], kind: string): number => changes.filter((c) => c.kind === kind).length;
