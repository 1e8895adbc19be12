import { type Need, type Problem, readCpvCode } from '@asf-match/domain';
import { withoutContacts } from '../contacts/without-contacts.ts';
import { slug } from '../register/identity.ts';
import { type Column, type ColumnMapping, readTable } from '../table/read-table.ts';
import { readStart, readStatus, readValue } from './cells.ts';

const PLAN_COLUMNS: readonly Column[] = [
  { target: 'title', headers: ['rubrik', 'titel', 'benämning', 'upphandling', 'namn', 'inköp'], required: true },
  { target: 'description', headers: ['beskrivning', 'behov', 'omfattning'] },
  { target: 'planned_start', headers: ['planerad start', 'start', 'planerat startdatum', 'avtalsstart', 'startdatum'] },
  { target: 'value', headers: ['värde', 'uppskattat värde', 'kontraktsvärde', 'belopp'] },
  { target: 'cpv', headers: ['cpv', 'cpv-kod', 'cpv-koder'] },
  { target: 'place', headers: ['plats', 'ort', 'stadsdel', 'leveransplats'] },
  { target: 'status', headers: ['status', 'läge'] },
  { target: 'reference', headers: ['referens', 'dnr', 'diarienummer', 'ref', 'nr'] },
  { target: 'example', headers: ['exempel'] },
];

export interface Plan {
  readonly needs: readonly Need[];
  /** Rows that were left out, and cells that were. */
  readonly problems: readonly Problem[];
  readonly remarks: readonly Problem[];
}

/**
 * Reads a purchase plan (CSV or XLSX). Only the title is required; a cell that cannot be read is named in a Problem
 * and the row is kept without it.
 * @throws InputError when the table cannot be read at all (see `readTable`).
 */
export async function readPlan(bytes: Uint8Array, file: string, mapping: ColumnMapping = {}): Promise<Plan> {
  const { rows, remarks } = await readTable(bytes, file, PLAN_COLUMNS, mapping);
  const problems: Problem[] = [];
  const taken = new Set<string>();
  const needs = rows.flatMap(({ place, cells }): Need[] => {
    const wrong = (column: string, message: string, remedy: string): void =>
      void problems.push({ key: 'plan.cell', file, place: `${place}, column ${column}`, message, remedy });
    const text = (target: string): string | undefined => (cells.has(target) ? withoutContacts(cells.get(target) ?? '').text || undefined : undefined);
    const title = text('title');
    if (!title) {
      problems.push({
        key: 'plan.row',
        file,
        place,
        message: 'The row has no title and was left out.',
        remedy: 'Write what is to be bought. The other rows were read.',
      });
      return [];
    }
    /** Reads a cell, and says so when it has something in it that cannot be read. */
    const read = <T>(column: string, reader: (cell: string) => T | undefined, remedy: string): T | undefined => {
      const cell = text(column);
      const value = cell === undefined ? undefined : reader(cell);
      if (cell !== undefined && value === undefined) wrong(column, `“${cell.slice(0, 80)}” cannot be read; the row is kept without it.`, remedy);
      return value;
    };
    const reference = text('reference');
    const plannedStart = read('planned_start', readStart, 'Write 2027-03-01, 2027-03, mars 2027 or Q2 2027.');
    const value = read('value', readValue, 'Write kronor without VAT, e.g. 1 250 000 or 1,25 mkr.');
    const status = read('status', readStatus, 'Write idé, planerad, förhandsannons, annons or avbruten.');
    const cpv = (text('cpv') ?? '').split(/[;,|\n]+/).flatMap((part) => {
      const code = readCpvCode(part);
      if (!code && part.trim()) wrong('cpv', `${part.trim()} is no CPV code and was left out.`, 'Write eight digits, several parted by semicolons.');
      return code ?? [];
    });
    return [
      {
        id: freeId(slug(reference ?? title), taken),
        ...(reference && { reference }),
        title,
        description: text('description') ?? '',
        ...(plannedStart && { plannedStart }),
        ...(value && { value }),
        cpv: [...new Set(cpv)],
        places: (text('place') ?? '').split(';').flatMap((name) => (name.trim() ? { name: name.trim() } : [])),
        ...(status && { status }),
        origin: `${file}, ${place}`,
        example: /^(ja|yes|x|1|true)$/i.test(text('example') ?? ''),
      },
    ];
  });
  return { needs, problems, remarks };
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  taken.add(id);
  return id;
}
