import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError, type Need, problemLine } from '@asf-match/domain';
import { matchReportHtml, toJson } from '@asf-match/reports';
import { readDraft } from '@asf-match/sources';
import type { Store } from '@asf-match/store';
import { loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { loadPlan, loadRegister } from '../inputs.ts';
import { createMarketContext } from '../market-context.ts';
import { writeWhole } from '../output-folder.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

type Options = GlobalOptions & { args: [string]; register?: string; plan?: string; out: string; json?: boolean };

/** Writes the match report of one need of the plan (by its id or reference), or of a draft document. */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const reference = await loadReferenceData(settings.data);
  return withStore(settings, async (store) => {
    const register = await loadRegister(store, options.register, settings.data, reference);
    const need = await findNeed(options.args[0], store, options, settings.data);
    for (const problem of register.problems) process.stderr.write(`${problemLine(problem)}\n`);
    const context = await createMarketContext(store, reference, register, now().slice(0, 10));
    const report = await context.reportOn(need);
    const folder = resolve(options.out);
    await writeWhole(folder, `matchrapport-${need.id}.html`, matchReportHtml(report));
    await writeWhole(folder, `matchrapport-${need.id}.json`, toJson(report));
    process.stdout.write(options.json ? toJson(report) : `${report.short.join('\n')}\nOpen ${resolve(folder, `matchrapport-${need.id}.html`)}\n`);
    return register.problems.length > 0 ? EXIT.someRefused : EXIT.done;
  });
}

async function findNeed(wanted: string, store: Store, options: Options, data: string): Promise<Need> {
  const isFile = await access(wanted).then(
    () => true,
    () => false,
  );
  if (isFile) return readDraft(await readInput(wanted), wanted);
  const { needs } = await loadPlan(store, options.plan, data);
  const plain = wanted.toLowerCase();
  const need = needs.find((n) => n.id.toLowerCase() === plain || n.reference?.toLowerCase() === plain);
  if (need) return need;
  throw new InputError({
    ...{ key: 'report.unknown-need', message: `${wanted} is neither a file nor a need of the plan.` },
    remedy: `The plan has: ${needs.map((n) => n.id).join(', ') || 'no needs'}.`,
  });
}
