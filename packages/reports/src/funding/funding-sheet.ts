import { dateOf, type Money, timeOf } from '@asf-match/domain';
import type { FundingEntry, FundingList } from '@asf-match/market';
import { type SheetColumn, xlsxOf } from '../xlsx/workbook.ts';
import { closingInSwedish, cofinancingInSwedish, instantInSwedish, STATE } from './words.ts';

interface Column extends SheetColumn {
  readonly cell: (c: FundingEntry) => string | number | undefined;
}

const kronor = (money: Money | undefined): number | string | undefined =>
  money === undefined ? undefined : money.currency === 'SEK' ? money.amount : `${money.amount} ${money.currency}`;

const COLUMNS: readonly Column[] = [
  { head: 'Stänger', width: 12, cell: (c) => (c.closes ? dateOf(c.closes) : closingInSwedish(c)) },
  { head: 'Klockslag', width: 10, cell: (c) => c.closes && (timeOf(c.closes) ?? 'framgår inte') },
  { head: 'Läge', width: 12, cell: (c) => STATE[c.state] },
  { head: 'Utlysning', width: 45, cell: (c) => c.title },
  { head: 'Finansiär', width: 22, cell: (c) => c.funder },
  { head: 'Program', width: 25, cell: (c) => c.programme },
  { head: 'Stadens roll', width: 16, cell: (c) => c.role },
  { head: 'Enligt texten', width: 45, cell: (c) => c.roleQuotes.map((q) => q.text).join(' … ') },
  { head: 'Får söka', width: 35, cell: (c) => c.eligible.join(', ') },
  { head: 'Stöd, högst %', width: 10, cell: (c) => c.fundingPercent },
  { head: 'Medfinansiering, minst %', width: 14, cell: (c) => c.cofinancing?.percent },
  { head: 'Medfinansiering, kr', width: 16, cell: (c) => kronor(c.cofinancing?.amount) },
  { head: 'Räknat på', width: 40, cell: (c) => c.cofinancing && cofinancingInSwedish(c.cofinancing) },
  { head: 'Minst för ett projekt', width: 16, cell: (c) => kronor(c.min) },
  { head: 'Högst för ett projekt', width: 16, cell: (c) => kronor(c.max) },
  { head: 'Hela utlysningen', width: 16, cell: (c) => kronor(c.budget) },
  { head: 'Därför', width: 35, cell: (c) => c.why.map((r) => r.quote?.text).join(', ') },
  { head: 'ASF-fält', width: 35, cell: (c) => c.fields.map((f) => f.label).join(', ') },
  { head: 'Att ta reda på', width: 45, cell: (c) => c.missing.join(' ') },
  { head: 'Adress', width: 40, cell: (c) => c.url },
  { head: 'Källa', width: 22, cell: (c) => c.source },
  { head: 'Läst', width: 26, cell: (c) => instantInSwedish(c.readAt) },
];

/** The calls as a workbook: those to act on, those that the city cannot join, and the pages to read. */
export function fundingXlsx({ calls, closedToCity, toRead }: FundingList): Promise<Uint8Array> {
  const sheet = (name: string, entries: readonly FundingEntry[]) => ({ name, columns: COLUMNS, rows: entries.map((e) => COLUMNS.map((c) => c.cell(e))) });
  return xlsxOf([sheet('Utlysningar', calls), sheet('Staden kan inte delta', closedToCity), sheet('Läs sidan', toRead)]);
}
