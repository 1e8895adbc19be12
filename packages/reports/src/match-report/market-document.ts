import { moneyInSwedish } from '@asf-match/domain';
import type { MatchReport } from '@asf-match/market';
import type { DocumentPart } from '../docx/document.ts';
import { type FigureTable, figureTables, MISSING } from '../figures.ts';
import { clipped } from '../text.ts';
import { publishedOf } from './market.ts';
import { HEADINGS } from './words.ts';

const text = (words: string, tone?: 'soft' | 'strong'): DocumentPart => ({ kind: 'text', text: words, ...(tone && { tone }) });

/** Section 4 as a document: every figure with what it rests on, then the notices that are stored. */
export function marketDocument({ indicators, earlier }: MatchReport): DocumentPart[] {
  return [
    { kind: 'heading', level: 1, text: HEADINGS.market },
    text(
      'Antal ASF är rader i registret, inte kapacitet. Även Samhall och andra företag kan utföra arbetet. Färre än fem fall visas som fall, aldrig som andel.',
      'soft',
    ),
    ...figureTables(indicators).flatMap((f): DocumentPart[] => [
      ...(f.columns.length > MOST_COLUMNS ? cases(f) : [figures(f)]),
      text(`${f.rows.length === 0 ? `${f.caption}: inga fall. ` : ''}${clipped(f.foot.join(' '), 900)}`, 'soft'),
    ]),
    ...(earlier.length === 0 ? [text('Inga annonser i fältet finns lagrade här ännu.')] : []),
    {
      ...{ kind: 'table', caption: 'Tidigare och aktuella annonser i samma fält som finns lagrade här' },
      columns: [
        { head: 'Annons', share: 3 },
        { head: 'Köpare', share: 2 },
        { head: 'Publicerad', share: 1.4 },
        { head: 'Värde' },
        { head: 'Anbud' },
        { head: 'Vinnare', share: 1.4 },
      ],
      rows: earlier.map((e) => [
        `${clipped(e.title, 200)}${e.example ? ' (påhittat exempel)' : ''}`,
        clipped(e.buyer ?? 'okänd', 120),
        publishedOf(e),
        e.value ? moneyInSwedish(e.value) : 'ej angivet',
        e.tendersReceived === undefined ? 'okänt' : String(e.tendersReceived),
        clipped(e.winners.join(', ') || 'okänd', 200),
      ]),
    },
  ];
}

const figures = ({ caption, columns, rows }: FigureTable): DocumentPart => ({
  ...{ kind: 'table', caption },
  columns: columns.map((c, i) => ({ ...c, share: i === 0 ? 2 : 1 })),
  rows: rows.map((row) => row.map((cell) => clipped(cell, 200))),
});

/** More would break words and amounts on an upright page. */
const MOST_COLUMNS = 6;

/** Each case under its name: "Köpare: Solna. Annonserat: 1 juni 2021." What is not known is said once. */
const cases = ({ caption, columns, rows }: FigureTable): DocumentPart[] => [
  ...(rows.length > 0 ? [{ kind: 'heading', level: 3, text: caption } as const] : []),
  ...rows.flatMap(([name = '', ...cells]): DocumentPart[] => {
    const said = cells.map((cell, i) => ({ head: columns[i + 1]?.head ?? '', cell: clipped(cell, 200) }));
    const known = said.filter(({ cell }) => cell !== MISSING);
    const unknown = said.filter(({ cell }) => cell === MISSING).map(({ head }) => head.toLowerCase());
    return [
      text(clipped(name, 200), 'strong'),
      text([...known.map(({ head, cell }) => `${head}: ${cell}.`), ...(unknown.length > 0 ? [`Uppgift saknas: ${unknown.join(', ')}.`] : [])].join(' ')),
    ];
  }),
];
