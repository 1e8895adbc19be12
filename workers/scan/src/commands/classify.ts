import { type Classification, InputError, problemLine, subjectOfNotice } from '@asf-match/domain';
import { createClassifier } from '@asf-match/matching';
import { readNoticeLines, readProfileLines } from '@asf-match/sources';
import { loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now } from '../with-store.ts';
import { writeText } from './rank.ts';

/** Writes id, field and probability, tab separated, best field first. */
export async function run(options: GlobalOptions & { profiles?: string; notices?: string; out?: string }): Promise<ExitCode> {
  const file = options.notices ?? options.profiles;
  if (!file || (options.notices && options.profiles)) {
    throw new InputError({ key: 'usage.classify', message: 'Give either --notices or --profiles.', remedy: 'See asf-match classify --help.' });
  }
  const { taxonomy } = await loadReferenceData(settingsOf(options).data);
  const classifier = createClassifier(taxonomy);
  const bytes = await readInput(file);
  const rows: string[] = [];
  const add = (id: string, found: readonly Classification[]) => rows.push(...found.map((c) => `${id}\t${c.field}\t${c.probability.toFixed(6)}\n`));
  const { problems } = options.notices ? classifyNotices() : classifyProfiles();

  function classifyNotices() {
    const read = readNoticeLines(bytes, file as string);
    for (const notice of read.notices) add(notice.id, classifier.classifySubject(subjectOfNotice(notice)));
    return read;
  }
  function classifyProfiles() {
    const read = readProfileLines(bytes, file as string, now().slice(0, 10));
    for (const organisation of read.organisations) add(organisation.id, classifier.classifyOffers(organisation.offers));
    return read;
  }

  for (const problem of problems) process.stderr.write(`${problemLine(problem)}\n`);
  await writeText(rows.join(''), options.out);
  return problems.length > 0 ? EXIT.someRefused : EXIT.done;
}
