import { countInSwedish, type Indicator, type IndicatorCell, type PurchaseHistory, statedKronor, type Taxonomy } from '@asf-match/domain';
import type { Similarity } from '../../past/similar-purchase.ts';
import { figureOfPast } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';
import { withoutWinner } from '../winners.ts';
import { LEGAL_FORM_UNKNOWN, SIZE_LABEL } from '../words.ts';

/** Cases shown; the other figures count all that are similar. */
const MOST = 10;

/** What a stated value may be. */
export const LOW_VALUES = 'Värdet är det köparen har angett. Låga belopp kan vara ett pris per timme eller styck.';
const CAUTIONS = [
  'Att en vinnare saknas betyder inte att ingen lämnade anbud.',
  'Likheten bedöms efter titel och kod. Något av inköpen kan gälla annat.',
  LOW_VALUES,
];
const COLUMNS: (Indicator & { kind: 'cases' })['columns'] = [
  { label: 'Inköp', unit: 'text' },
  { label: 'Köpare', unit: 'text' },
  { label: 'Annonserat', unit: 'date' },
  { label: 'Förfarande', unit: 'text' },
  { label: 'Anbud', unit: 'text' },
  { label: 'Vinnare', unit: 'text' },
  { label: 'Vinnarens storlek och form', unit: 'text' },
  { label: 'Värde', unit: 'SEK' },
  { label: 'Liknar behovet genom', unit: 'text' },
];

/** Earlier purchases held to be similar, the most similar first, each with how it went. Gaps are null and never 0. */
export function earlierPurchases({ past, taxonomy }: IndicatorInput): Indicator[] {
  if (!past) return [];
  const { similar, searched } = past;
  return [
    {
      kind: 'cases',
      ...figureOfPast('earlier-purchases', past),
      label: 'Tidigare liknande inköp',
      n: similar.length,
      method: `Bland ${countInSwedish(searched)} inköp räknas de som liknande vars titel delar ovanliga ord med behovets, vars text och kod rör samma fält, eller vars CPV-kod är behovets egen eller ligger under eller strax över den. De ${MOST} mest lika visas.`,
      notes: similar.length > 0 ? [...withoutWinner(past), ...CAUTIONS] : [],
      columns: COLUMNS,
      rows: similar.slice(0, MOST).map(({ history, because }) => [...rowOf(history), because.map((b) => reasonOf(b, taxonomy)).join('; ')]),
    },
  ];
}

function rowOf(history: PurchaseHistory): IndicatorCell[] {
  const { purchase, winners } = history;
  const firms = [...new Map(winners.map((w) => [w.supplier, w])).values()];
  return [
    purchase.title,
    purchase.buyer,
    purchase.published ?? null,
    purchase.procedure ?? null,
    tendersOf(history),
    firms.length > 0 ? firms.map((w) => w.supplier).join(', ') : null,
    firms.length > 0 ? kindsOf(firms) : null,
    statedKronor(history) ?? null,
  ];
}

/** Size and form of the winners, like ones together: "litet företag, övriga aktiebolag (2)". */
function kindsOf(firms: PurchaseHistory['winners']): string {
  const kinds = firms.map((w) => `${w.size ? SIZE_LABEL[w.size] : 'storlek okänd'}, ${w.legalForm?.toLowerCase() ?? LEGAL_FORM_UNKNOWN}`);
  return [...Map.groupBy(kinds, (kind) => kind)].map(([kind, { length }]) => (length > 1 ? `${kind} (${length})` : kind)).join('; ');
}

/** "3", or "2–5 i 4 områden"; null when nothing is known. Lots often share their tenderers, so they are not added up. */
export function tendersOf({ lots }: Pick<PurchaseHistory, 'lots'>): string | null {
  const [first, ...more] = lots.map((l) => l.tenders).sort((a, b) => a - b);
  if (first === undefined) return null;
  if (more.length === 0) return String(first);
  const last = more.at(-1) as number;
  return `${first === last ? first : `${first}–${last}`} i ${lots.length} områden`;
}

function reasonOf(because: Similarity, taxonomy: Taxonomy): string {
  switch (because.by) {
    case 'code':
      return because.code === because.needCode ? `samma CPV-kod ${because.code}` : `närliggande CPV-kod ${because.code}`;
    case 'field':
      return `fältet ${taxonomy.byId.get(because.field)?.labelSv ?? because.field} (”${because.quote}”)`;
    case 'words':
      return `${because.words.length === 1 ? 'ordet' : 'orden'} ${because.words.map((w) => `”${w}”`).join(', ')}`;
  }
}
