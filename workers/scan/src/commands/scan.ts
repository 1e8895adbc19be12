import { InputError, problemLine } from '@asf-match/domain';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type DryRun, dryRun } from '../scanning/dry-run.ts';
import { openMatching } from '../scanning/open-matching.ts';
import { fetcherOf, planOf, type ScanningOptions } from '../scanning/open-scanning.ts';
import { scanNow } from '../scanning/scan-now.ts';
import { settingsOf } from '../settings.ts';
import { openPurchaseIndex } from '../statistics-rows.ts';
import { now, withStore } from '../with-store.ts';

type Options = ScanningOptions & { source?: string[]; dryRun?: boolean; json?: boolean };

const SHOWN = 20;

/** Asks sources now, whatever their schedule says, stores and matches; or, with --dry-run, says what that would change. */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const plan = await planOf(options);
  const chosen = options.source ?? plan.sources.filter((s) => s.enabled).map((s) => s.source.id);
  const unknown = chosen.find((id) => !plan.sources.some((s) => s.source.id === id));
  if (unknown) {
    const there = plan.sources.map((s) => s.source.id).join(', ');
    throw new InputError({ key: 'scan.source', message: `There is no source ${unknown}; there are ${there}.`, remedy: 'Choose among them.' });
  }
  // A source that a person asks for by name is asked, also when it is off.
  const asked = { ...plan, sources: plan.sources.filter((s) => chosen.includes(s.source.id)).map((s) => ({ ...s, enabled: true })) };
  return withStore(settings, async (store) => {
    if (options.dryRun) {
      const runs: DryRun[] = [];
      for (const scheduled of asked.sources) runs.push(await dryRun(scheduled, store, fetcherOf(plan, { attempts: 1 }), now()));
      process.stdout.write(options.json ? `${JSON.stringify(runs, null, 2)}\n` : runs.map(described).join(''));
      return runs.some((r) => r.failures.length > 0 || r.problems.length > 0) ? EXIT.someRefused : EXIT.done;
    }
    const answers = await scanNow(asked, {
      store,
      purchaseIndex: () => openPurchaseIndex(settings.data),
      onProblem: (problem) => process.stderr.write(`${problemLine(problem)}\n`),
    });
    const matched = await (await openMatching(store, options))(new AbortController().signal);
    if (options.json) process.stdout.write(`${JSON.stringify({ sources: answers, matched }, null, 2)}\n`);
    else for (const { label, sentence } of answers) process.stdout.write(`${label}: ${sentence}\n`);
    return answers.every((a) => a.ok) ? EXIT.done : EXIT.someRefused;
  });
}

const printable = (text: string): string => text.replace(/\p{C}/gu, ' ').slice(0, 160);

function described({ source, documents, unchangedPages, fresh, changed, known, others, total, problems, failures }: DryRun): string {
  const more = (list: readonly string[], sign: string): string[] => [
    ...list.slice(0, SHOWN).map((line) => `  ${sign} ${printable(line)}`),
    ...(list.length > SHOWN ? [`  ${sign} … and ${list.length - SHOWN} more`] : []),
  ];
  return `${[
    `${source}: ${documents} documents, ${unchangedPages} pages as they were; ${fresh.length} new, ${changed.length} changed, ${known} known, ${others} of other kinds${total === undefined ? '' : `; the source speaks of ${total}`}. Nothing was stored.`,
    ...more(fresh, '+'),
    ...more(changed, '~'),
    ...problems.slice(0, SHOWN).map((p) => `  ! ${printable(problemLine(p))}`),
    ...failures.map((f) => `  ! ${printable(f)}`),
  ].join('\n')}\n`;
}
