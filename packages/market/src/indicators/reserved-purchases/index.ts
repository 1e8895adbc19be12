import { countInSwedish, type Indicator, statedKronor } from '@asf-match/domain';
import { reservedSigns } from '../../past/reserved.ts';
import { LOW_VALUES, tendersOf } from '../earlier-purchases/index.ts';
import { figureOfPast } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';

const SIGN = { mark: 'märkt som reserverad', title: 'titeln säger reserverad' } as const;

/**
 * Purchases of the same kind that were reserved, and how they went: always cases, since neither the mark nor the title is
 * certain. In 2021 several marks were mistakes, and Samhall won some of the others.
 */
export function reservedPurchases({ past }: IndicatorInput): Indicator[] {
  if (!past) return [];
  const { reserved } = past;
  return [
    {
      kind: 'cases',
      ...figureOfPast('reserved-purchases', past),
      label: 'Reserverade inköp av samma slag',
      n: reserved.length,
      method: `Bland ${countInSwedish(past.searched)} inköp visas de i behovets fältgrupper som är märkta som reserverade eller säger det i titeln.`,
      notes: [
        'Märkningen och titeln är båda osäkra: märket sätts ibland av misstag. Kontrollera i annonsen.',
        ...(reserved.length > 0 ? [LOW_VALUES] : []),
        'Även Samhall kan lämna anbud på en reserverad upphandling.',
      ],
      columns: [
        { label: 'Inköp', unit: 'text' },
        { label: 'Köpare', unit: 'text' },
        { label: 'Annonserat', unit: 'date' },
        { label: 'Varför det räknas', unit: 'text' },
        { label: 'Anbud', unit: 'text' },
        { label: 'Vinnare', unit: 'text' },
        { label: 'Värde', unit: 'SEK' },
      ],
      rows: reserved.map(({ history }) => [
        history.purchase.title,
        history.purchase.buyer,
        history.purchase.published ?? null,
        reservedSigns(history.purchase)
          .map((s) => SIGN[s])
          .join(' och '),
        tendersOf(history),
        [...new Set(history.winners.map((w) => w.supplier))].join(', ') || null,
        statedKronor(history) ?? null,
      ]),
    },
  ];
}
