import { moneyInSwedish } from '@asf-match/domain';
import type { FundingList } from '@asf-match/market';
import { clipped } from '../text.ts';
import { closingInSwedish } from './words.ts';

export const FUNDING_HEADS = ['Stänger', 'Utlysning', 'Finansiär', 'Stadens roll', 'Medfinansiering'] as const;

/** The calls to act on as rows of short texts, for a terminal. */
export const fundingRows = ({ calls }: FundingList): string[][] =>
  calls.map((c) => [
    closingInSwedish(c),
    clipped(c.title, 60).replace(/\s+/gu, ' '),
    clipped(c.funder, 30).replace(/\s+/gu, ' '),
    c.role,
    c.cofinancing ? `${String(c.cofinancing.percent).replace('.', ',')} %, ${moneyInSwedish(c.cofinancing.amount)}` : 'framgår inte',
  ]);
