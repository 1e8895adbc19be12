import { resolve } from 'node:path';
import { followUpHtml, followUpShort, toJson } from '@asf-match/reports';
import { loadFollowUpRule, loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadFollowUp } from '../follow-up.ts';
import { writeWhole } from '../output-folder.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

/** Shows the earlier purchases of work-preparing support that `data/follow-up.tsv` names, how they went, and what is not known. */
export async function run(options: GlobalOptions & { out?: string; json?: boolean }): Promise<ExitCode> {
  const settings = settingsOf(options);
  const { taxonomy } = await loadReferenceData(settings.data);
  const rule = await loadFollowUpRule(settings.data, taxonomy);
  const report = await withStore(settings, (store) => loadFollowUp(store, { rule, taxonomy }, now().slice(0, 10)));
  if (options.out) {
    await writeWhole(resolve(options.out), 'uppfoljning.html', followUpHtml(report));
    await writeWhole(resolve(options.out), 'uppfoljning.json', toJson(report));
  }
  if (options.json) process.stdout.write(toJson(report));
  else {
    const lines = report.purchases.map((p) => `${p.id} ${p.published ?? ''} ${p.title}. Saknas: ${p.gaps.join(', ') || 'inget'}.`);
    process.stdout.write(`${[...followUpShort(report), ...lines].join('\n')}\n`);
    if (options.out) process.stdout.write(`Open ${resolve(options.out, 'uppfoljning.html')}\n`);
  }
  return EXIT.done;
}
