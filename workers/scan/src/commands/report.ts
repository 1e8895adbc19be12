import { resolve } from 'node:path';
import { type Need, problemLine } from '@asf-match/domain';
import { checkDraft, type DraftCheck } from '@asf-match/market';
import { matchReportDocx, matchReportHtml, matchReportXlsx, toJson } from '@asf-match/reports';
import { draftText } from '@asf-match/sources';
import { loadBarriers, loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { findNeed } from '../find-need.ts';
import { loadRegister } from '../inputs.ts';
import { createMarketContext } from '../market-context.ts';
import { writeWhole } from '../output-folder.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { VERSION } from '../version.ts';
import { now, withStore } from '../with-store.ts';

type Options = GlobalOptions & { args: [string]; register?: string; plan?: string; out: string; draft?: string; json?: boolean };

/** Writes the match report of one need of the plan (by its id or reference), or of a draft document: HTML, DOCX, XLSX and JSON. */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const reference = await loadReferenceData(settings.data);
  return withStore(settings, async (store) => {
    const register = await loadRegister(store, options.register, settings.data, reference);
    const { need, file } = await findNeed(options.args[0], store, options.plan, settings.data);
    for (const problem of register.problems) process.stderr.write(`${problemLine(problem)}\n`);
    const today = now().slice(0, 10);
    const context = await createMarketContext(store, reference, register, today);
    const check = await checkOf(options.draft ?? file, need, settings.data, today);
    // What the draft says of its value is what is known of the need.
    const valued = !need.value && check?.value ? { ...need, value: { amount: check.value.amount, currency: check.value.currency } } : need;
    const report = await context.reportOn(valued, check);
    const folder = resolve(options.out);
    const name = `matchrapport-${need.id}`;
    await writeWhole(folder, `${name}.html`, await matchReportHtml(report));
    await writeWhole(folder, `${name}.docx`, await matchReportDocx(report));
    await writeWhole(folder, `${name}.xlsx`, await matchReportXlsx(report));
    await writeWhole(folder, `${name}.json`, toJson(report));
    process.stdout.write(options.json ? toJson(report) : `${report.short.join('\n')}\nOpen ${resolve(folder, `${name}.html`)} (also .docx, .xlsx and .json)\n`);
    return register.problems.length > 0 ? EXIT.someRefused : EXIT.done;
  });
}

async function checkOf(file: string | undefined, need: Need, data: string, today: string): Promise<DraftCheck | undefined> {
  if (file === undefined) return undefined;
  const context = { file, madeOn: today, version: VERSION, ...(need.value && { value: need.value }) };
  return checkDraft(await draftText(await readInput(file), file), await loadBarriers(data), context);
}
