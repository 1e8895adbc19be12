import { writeFile } from 'node:fs/promises';
import { ALERT_PROBABILITY, problemLine, subjectOfNotice } from '@asf-match/domain';
import { createMatcher } from '@asf-match/matching';
import { readNoticeLines, readProfileLines } from '@asf-match/sources';
import { loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now } from '../with-store.ts';

/**
 * Writes a run in the format of TREC: profile, Q0, notice, rank, score, tag. All pairs with any evidence are there;
 * the tag is `alert` at even odds and above, else `below`. The score is the probability.
 */
export async function run(options: GlobalOptions & { profiles: string; notices: string; out?: string }): Promise<ExitCode> {
  const { taxonomy, municipalities } = await loadReferenceData(settingsOf(options).data);
  const read = readNoticeLines(await readInput(options.notices), options.notices);
  const profiles = readProfileLines(await readInput(options.profiles), options.profiles, now().slice(0, 10));
  for (const problem of [...read.problems, ...profiles.problems]) process.stderr.write(`${problemLine(problem)}\n`);

  const matcher = createMatcher({ taxonomy, municipalities, organisations: profiles.organisations });
  const hits = new Map<string, { notice: string; probability: number }[]>(profiles.organisations.map((o) => [o.id, []]));
  for (const notice of read.notices) {
    for (const { organisation, probability } of matcher.rank(subjectOfNotice(notice))) hits.get(organisation)?.push({ notice: notice.id, probability });
  }
  const lines = [...hits].flatMap(([profile, list]) =>
    list
      .sort((a, b) => b.probability - a.probability || (a.notice < b.notice ? -1 : 1))
      .map((hit, i) => `${profile} Q0 ${hit.notice} ${i + 1} ${hit.probability.toFixed(6)} ${hit.probability >= ALERT_PROBABILITY ? 'alert' : 'below'}\n`),
  );
  await writeText(lines.join(''), options.out);
  return read.problems.length + profiles.problems.length > 0 ? EXIT.someRefused : EXIT.done;
}

/** Writes to the file, or to standard output without one. */
export async function writeText(text: string, file: string | undefined): Promise<void> {
  if (file) await writeFile(file, text);
  else process.stdout.write(text);
}
