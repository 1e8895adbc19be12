import type { MatchReport } from '@asf-match/market';
import { clipped } from '../text.ts';
import { type Sheet, xlsxOf } from '../xlsx/workbook.ts';
import { evidenceLine } from './document.ts';
import { NOT_A_RECOMMENDATION } from './words.ts';

/** Section 3 as a workbook: who works in the field with evidence, source and date; near misses; and what the sheet does not say. */
export function matchReportXlsx(report: MatchReport): Promise<Uint8Array> {
  const { organisations, nearMisses, need, madeOn, version } = report;
  const entries: Sheet = {
    name: 'ASF i fältet',
    columns: [
      ['Namn', 20],
      ['Kommun', 12],
      ['Gör, med egna ord', 26],
      ['Fält i behovet', 18],
      ['Belägg', 28],
      ['Osäkert', 30],
      ['Källa', 20],
      ['Uppgiften är från', 10],
      ['Webbplats', 14],
    ].map(([head, width]) => ({ head: String(head), width: Number(width) })),
    rows: organisations.map((o) => [
      clipped(o.name, 200),
      o.municipalities.join(', ') || 'okänd',
      o.offers,
      o.covers.join('; '),
      o.evidence.map(evidenceLine).join('\n'),
      o.uncertain.join(' '),
      o.source,
      o.seen,
      o.website ?? '',
    ]),
  };
  const missed: Sheet = {
    name: 'Nästan-träffar',
    columns: [
      { head: 'Namn', width: 28 },
      { head: 'Kommun', width: 18 },
      { head: 'Varför inte', width: 60 },
    ],
    rows: nearMisses.map((n) => [clipped(n.name, 200), n.municipalities.join(', ') || 'okänd', n.why]),
  };
  const about: Sheet = {
    name: 'Om listan',
    columns: [
      { head: 'Om listan', width: 24 },
      { head: 'Uppgift', width: 90 },
    ],
    rows: [
      ['Behov', clipped(need.title, 300)],
      ['Ordning', NOT_A_RECOMMENDATION],
      ['Status', report.status],
      ['Gjord', `${madeOn}, asf-match ${version}`],
      ...report.method.notChecked.map((n) => ['Inte kontrollerat', n]),
    ],
  };
  return xlsxOf([entries, missed, about]);
}
