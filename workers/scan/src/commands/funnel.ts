import { InputError } from '@asf-match/domain';
import { toJson } from '@asf-match/reports';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

/** How far what was told in a year has come: sent, shown in full, interested, not relevant and why, tenders, contracts. */
export async function run(options: GlobalOptions & { args: [string]; json?: boolean }): Promise<ExitCode> {
  const [year] = options.args;
  if (!/^\d{4}$/.test(year)) throw new InputError({ key: 'funnel.year', place: 'year', message: `${year} is no year.`, remedy: 'Write it with four digits.' });
  const funnel = await withStore(settingsOf(options), (store) => store.responses.funnel(year, String(Number(year) + 1)));
  if (options.json) process.stdout.write(toJson(funnel));
  else {
    const { sent, shown, steps, reasons } = funnel;
    const why = Object.entries(reasons)
      .map(([reason, n]) => `${reason} ${n}`)
      .join(', ');
    process.stdout.write(
      `${year}: ${sent} items sent, ${shown} shown in full, ${steps.interested} interested, ${steps['not-relevant']} not relevant${why && ` (${why})`}, ${steps.bid} tenders, ${steps.won} won.\n`,
    );
  }
  return EXIT.done;
}
