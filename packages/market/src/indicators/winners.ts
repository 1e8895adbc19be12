import type { ContractedTender, PastPurchase } from '@asf-match/domain';
import type { PastPurchases } from '../past/similar-purchase.ts';
import { missing } from './figure.ts';

/** One contracted tender of a similar purchase. */
export interface Win extends ContractedTender {
  readonly of: PastPurchase;
}

/** Every contracted tender of the similar purchases; a supplier that won two lots counts twice, as in the official statistics. */
export const winsOf = ({ similar }: PastPurchases): Win[] =>
  similar.flatMap(({ history }) => history.winners.flatMap((w) => Array.from({ length: w.tenders }, () => ({ ...w, of: history.purchase }))));

export const withoutWinner = ({ similar }: PastPurchases): string[] =>
  missing('vem som vann', similar.filter(({ history }) => history.winners.length === 0).length, similar.length, 'liknande inköp');

/** The wins one by one. */
export const winCases = (wins: readonly Win[], columns: readonly { readonly label: string; readonly of: (win: Win) => string | null }[]) => ({
  columns: [
    { label: 'Vinnare', unit: 'text' as const },
    ...columns.map(({ label }) => ({ label, unit: 'text' as const })),
    { label: 'Inköp', unit: 'text' as const },
  ],
  rows: wins.map((win) => [win.supplier, ...columns.map(({ of }) => of(win)), `${win.of.title} (${win.of.buyer})`]),
});
