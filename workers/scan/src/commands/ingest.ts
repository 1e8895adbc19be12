import { extname } from 'node:path';
import { problemLine } from '@asf-match/domain';
import { kommersStockholm, mercell, parseTedNotice, readNoticeLines, type Source } from '@asf-match/sources';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { filesUnder } from '../files.ts';
import { ingestFiles, type ReadNotices } from '../ingest.ts';
import { createProgress } from '../progress.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

/** Pages of sources that a person may save and bring, by the end of the file’s name. */
const SAVED_PAGES: Readonly<Record<string, Pick<Source, 'parse'>>> = { '.html': kommersStockholm, '.htm': kommersStockholm, '.json': mercell };

/** Which reader a file gets; what a file really is, the reader finds out. */
export const readNoticeFile: ReadNotices = async (bytes, origin) => {
  const saved = SAVED_PAGES[extname(origin).toLowerCase()];
  if (saved) {
    const { notices = [], remarks } = await saved.parse(bytes, origin);
    return { notices, remarks };
  }
  if (origin.toLowerCase().endsWith('.jsonl')) {
    const { notices, problems } = readNoticeLines(bytes, origin);
    return { notices, remarks: problems };
  }
  const { notice, remarks } = parseTedNotice(bytes, origin);
  return { notices: [notice], remarks };
};

export async function run(options: GlobalOptions & { args: [string[]]; json?: boolean; verbose?: boolean }): Promise<ExitCode> {
  const files = await filesUnder(options.args[0], ['.xml', '.jsonl']);
  const progress = createProgress();
  const started = performance.now();
  const counts = await withStore(settingsOf(options), (store) =>
    ingestFiles(files, {
      store,
      read: readNoticeFile,
      source: 'file',
      onFile: (done, file) => progress.show(`${done} of ${files.length} files: ${file}`),
      ...(options.verbose && { onStored: (key: string, outcome: string) => process.stderr.write(`stored ${key} (${outcome})\n`) }),
    }),
  );
  progress.clear();
  const seconds = (performance.now() - started) / 1000;
  for (const problem of counts.problems) process.stderr.write(`${problemLine(problem)}\n`);
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...counts, seconds: Number(seconds.toFixed(3)) }, null, 2)}\n`);
  } else {
    const { notices } = counts;
    process.stdout.write(`${counts.read} of ${counts.files} files read, ${counts.refused} refused. `);
    process.stdout.write(`Notices: ${notices.new} new, ${notices.version} new versions, ${notices.unchanged} unchanged.\n`);
  }
  return counts.refused > 0 ? EXIT.someRefused : EXIT.done;
}
