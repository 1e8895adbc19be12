import type { DialoguePack } from '@asf-match/market';
import { clipped } from '../text.ts';
import { type Sheet, xlsxOf } from '../xlsx/workbook.ts';

const columns = (...heads: readonly (readonly [string, number])[]): Sheet['columns'] => heads.map(([head, width]) => ({ head, width }));

/** The log of a dialogue as a workbook: who is invited and what came back, the questions with a column for each answer, and what was said that matters. */
export function dialogueXlsx({ invited, questions, need }: DialoguePack): Promise<Uint8Array> {
  const names = invited.map((o) => clipped(o.name, 200));
  return xlsxOf([
    {
      name: 'Inbjudna',
      columns: columns(
        ['Namn', 30],
        ['Kommun', 18],
        ['Fält', 34],
        ['Webbplats', 28],
        ['Uppgiften är från', 14],
        ['Inbjudan skickad', 14],
        ['Svarade', 12],
        ['Deltog', 12],
        ['Upplysningar av betydelse', 50],
      ),
      rows: invited.map((o, i) => [
        names[i],
        o.municipalities.join(', ') || 'okänd',
        o.fields.join('; '),
        o.website ?? '',
        `${o.seen}${o.old ? ' (gammal)' : ''}`,
        '',
        '',
        '',
        '',
      ]),
    },
    {
      name: 'Svar',
      columns: columns(['Fråga', 60], ...names.map((name) => [name, 30] as const)),
      rows: questions.map((q) => [q, ...names.map(() => '')]),
    },
    {
      name: 'Logg',
      columns: columns(['Datum', 14], ['Vad', 30], ['Vem deltog', 30], ['Upplysningar av betydelse (LOU 4 kap. 8 §)', 60], ['Lämnat till alla (datum)', 18]),
      rows: [[`Behov: ${clipped(need.title, 200)}`, '', '', '', '']],
    },
  ]);
}
