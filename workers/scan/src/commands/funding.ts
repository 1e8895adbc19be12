import { resolve } from 'node:path';
import { InputError } from '@asf-match/domain';
import type { FundingList } from '@asf-match/market';
import { FUNDING_HEADS, fundingCalendar, fundingHtml, fundingRows, fundingXlsx, toJson } from '@asf-match/reports';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { listFunding } from '../funding/list-funding.ts';
import { writeWhole } from '../output-folder.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

type Options = GlobalOptions & { register?: string; out: string; at?: string; json?: boolean };

/** Lists calls that the city could take part in, closing soonest first, and writes them as page, workbook, calendar and JSON. */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const at = options.at === undefined ? now() : instantOf(options.at);
  const funding = await withStore(settings, (store) => listFunding(store, settings, at, options.register));
  const folder = resolve(options.out);
  await writeWhole(folder, 'utlysningar.html', fundingHtml(funding));
  await writeWhole(folder, 'utlysningar.xlsx', await fundingXlsx(funding));
  await writeWhole(folder, 'utlysningar.ics', await fundingCalendar(funding));
  await writeWhole(folder, 'utlysningar.json', toJson(funding));
  process.stdout.write(options.json ? toJson(funding) : `${await tableOf(funding)}\nOpen ${resolve(folder, 'utlysningar.html')}\n`);
  return EXIT.done;
}

async function tableOf(funding: FundingList): Promise<string> {
  const { calls, closedToCity, toRead, others } = funding;
  const { default: Table } = await import('cli-table3');
  const table = new Table({ head: [...FUNDING_HEADS], style: { head: [], border: [] } });
  table.push(...fundingRows(funding));
  const rest = `${toRead.length} sidor att läsa själv, ${closedToCity.length} där staden inte kan delta, ${others.irrelevant} om annat, ${others.closed} stängda.`;
  return `${calls.length > 0 ? table.toString() : 'Ingen utlysning är aktuell.'}\n${rest}`;
}

function instantOf(text: string): string {
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return `${new Date(time).toISOString().slice(0, 19)}Z`;
  throw new InputError({ key: 'usage.funding', message: `--at is no time: ${text}.`, remedy: 'Write it as 2026-11-25 or 2026-11-25T12:00:00Z.' });
}
