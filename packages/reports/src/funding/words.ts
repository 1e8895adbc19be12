import { type CityRole, type Moment, momentInSwedish, moneyInSwedish, STOCKHOLM } from '@asf-match/domain';
import type { Cofinancing, FundingEntry } from '@asf-match/market';
import { shown } from '../text.ts';

/** What each role means for the city, in a sentence. */
export const ROLE_MEANS: Readonly<Record<CityRole, string>> = {
  projektägare: 'Staden kan söka själv.',
  samverkanspart: 'Någon annan söker, och staden kan vara med.',
  medfinansiär: 'Någon annan söker. Staden kan bidra med pengar eller ett stödbrev.',
  'kan inte delta': 'Som texten är skriven kan staden inte delta.',
  oklart: 'Texten avgör inte vad staden kan vara.',
};

/** When a call closes, as a reader asks it. */
export function closingInSwedish({ closes, rolling, about, state, opens }: FundingEntry): string {
  if (closes) return momentInSwedish(closes);
  if (rolling) return 'Löpande ansökan';
  if (about) return `Väntas ${shown(about)}`;
  return state === 'forthcoming' && opens ? 'Ej angivet än' : 'Framgår inte';
}

export const STATE = { open: 'öppen', forthcoming: 'kommande', undated: 'datum saknas', closed: 'stängd' } as const;

/** "46 % (4 370 000 kr av ett projekt för 9 500 000 kr, mitten av utlysningens spann)". */
export function cofinancingInSwedish({ percent, amount, project, projectFrom, from }: Cofinancing): string {
  const basis = { middle: 'mitten av utlysningens spann', ceiling: 'utlysningens största belopp', assumed: 'ett antagande' }[projectFrom];
  const share = `${percentInSwedish(percent)}${from === 'remaining' ? ' (det som finansiären inte betalar)' : ''}`;
  return `minst ${share}: ${moneyInSwedish(amount)} av ett projekt för ${moneyInSwedish(project)}, ${basis}`;
}

export const percentInSwedish = (n: number): string => `${String(n).replace('.', ',')} %`;

/** An instant as a Swedish clock shows it. */
export const instantInSwedish = (instant: string): string => momentInSwedish({ instant, zone: STOCKHOLM, precision: 'minute' } satisfies Moment);

export function moneySpanInSwedish({ min, max }: Pick<FundingEntry, 'min' | 'max'>): string | undefined {
  if (min && max) return `${moneyInSwedish(min)} till ${moneyInSwedish(max)}`;
  if (max) return `högst ${moneyInSwedish(max)}`;
  return min && `minst ${moneyInSwedish(min)}`;
}
