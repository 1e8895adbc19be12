import { type CompanySize, type Indicator, LEAST_FOR_RATE } from '@asf-match/domain';
import { figureOfPast, missing, shareOrCases } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';
import { type Win, winCases, winsOf, withoutWinner } from '../winners.ts';
import { SIZE_LABEL } from '../words.ts';

const ORDER: readonly CompanySize[] = ['micro', 'small', 'medium', 'large', 'sme', 'natural-pers'];
/** An old TED form says only “SME”, which may be a medium-sized firm. */
const KNOWN: readonly CompanySize[] = ['micro', 'small', 'medium', 'large'];
const SMALL: readonly CompanySize[] = ['micro', 'small'];

/**
 * Contracted tenders of similar purchases by the size of the winner, and the share that micro and small firms won of those
 * whose size is known. Sizes: Commission Recommendation 2003/361/EC, as the statistics state them.
 */
export function winnersBySize({ past }: IndicatorInput): Indicator[] {
  if (!past) return [];
  const wins = winsOf(past);
  if (wins.length === 0) return [];
  const known = wins.filter((w) => w.size && KNOWN.includes(w.size));
  const figure = {
    ...figureOfPast('winners-by-size', past),
    notes: [...withoutWinner(past), ...missing('vinnarens storlek', wins.length - known.length, wins.length, 'kontrakterade anbud')],
  };
  const bySize = { ...figure, label: 'Vinnare efter storlek', n: wins.length, method: 'Kontrakterade anbud i de liknande inköpen efter vinnarens storlek.' };
  const cases = (among: readonly Win[]) => winCases(among, [{ label: 'Storlek', of: (w) => (w.size ? SIZE_LABEL[w.size] : null) }]);
  if (wins.length < LEAST_FOR_RATE) return [{ kind: 'cases', ...bySize, ...cases(wins) }];
  const counts = [...ORDER, undefined].map((size): [string, number] => [
    size ? SIZE_LABEL[size] : 'uppgift saknas',
    wins.filter((w) => w.size === size).length,
  ]);
  return [
    {
      kind: 'table',
      ...bySize,
      columns: [
        { label: 'Storlek', unit: 'text' },
        { label: 'Kontrakterade anbud', unit: 'count' },
      ],
      rows: counts.filter(([, count]) => count > 0),
    },
    shareOrCases(
      {
        ...figure,
        label: 'Andel som mikroföretag och små företag vann',
        n: known.length,
        method: 'Andel av kontrakterade anbud med känd storlek som mikroföretag och små företag vann.',
      },
      known.filter((w) => w.size && SMALL.includes(w.size)).length,
      () => cases(known),
    ),
  ];
}
