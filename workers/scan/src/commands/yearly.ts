import { resolve } from 'node:path';
import { InputError } from '@asf-match/domain';
import { toJson, yearlyDocx, yearlyHtml } from '@asf-match/reports';
import { loadFollowUpRule, loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { writeWhole } from '../output-folder.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';
import { loadYear } from '../yearly.ts';

/** Writes the yearly report to the committee as HTML, DOCX and JSON, out of what is stored. */
export async function run(options: GlobalOptions & { args: [string]; out: string; json?: boolean }): Promise<ExitCode> {
  const year = yearOf(options.args[0], Number(now().slice(0, 4)));
  const settings = settingsOf(options);
  const { taxonomy } = await loadReferenceData(settings.data);
  const rule = await loadFollowUpRule(settings.data, taxonomy);
  const report = await withStore(settings, (store) => loadYear(store, { rule, taxonomy }, year, now().slice(0, 10)));
  const folder = resolve(options.out);
  await writeWhole(folder, `arsrapport-${year}.html`, yearlyHtml(report));
  await writeWhole(folder, `arsrapport-${year}.docx`, await yearlyDocx(report));
  await writeWhole(folder, `arsrapport-${year}.json`, toJson(report));
  process.stdout.write(options.json ? toJson(report) : `Open ${resolve(folder, `arsrapport-${year}.html`)}\n`);
  return EXIT.done;
}

function yearOf(text: string, thisYear: number): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN;
  if (year >= 2000 && year <= thisYear) return year;
  throw new InputError({
    key: 'yearly.year',
    message: `${text} is no year between 2000 and ${thisYear}.`,
    remedy: `Write it with four digits, e.g. ${thisYear}.`,
  });
}
