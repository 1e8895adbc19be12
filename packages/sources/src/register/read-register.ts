import { type Municipality, municipalitiesIn, type Organisation, type Problem, readOrgNumber, type Taxonomy } from '@asf-match/domain';
import { withoutContacts } from '../contacts/without-contacts.ts';
import { readValue } from '../plan/cells.ts';
import { type ColumnMapping, readTable, type TableRow } from '../table/read-table.ts';
import { readCapabilities } from './capabilities.ts';
import { REGISTER_COLUMNS } from './columns.ts';
import { mergeDuplicates } from './duplicates.ts';
import { slug } from './identity.ts';

export interface RegisterOptions {
  readonly taxonomy: Taxonomy;
  readonly municipalities: readonly Municipality[];
  readonly mapping?: ColumnMapping;
}

export interface Register {
  /** One for each organisation: rows that are surely the same are merged. */
  readonly organisations: readonly Organisation[];
  /** Rows that were left out, and cells that were. */
  readonly problems: readonly Problem[];
  /** What was read all the same but should be known. */
  readonly remarks: readonly Problem[];
}

const STATUS: Readonly<Record<string, Organisation['status']>> = {
  verifierad: 'verified',
  verified: 'verified',
  overifierad: 'unverified',
  unverified: 'unverified',
  stängd: 'closed',
  nedlagd: 'closed',
  upphört: 'closed',
  closed: 'closed',
};

/**
 * Reads an ASF register (CSV or XLSX). Name, source, day seen and status are required in every row, since a fact
 * without them cannot be shown; a row that lacks one becomes a Problem and the rest goes on. A personal identity number
 * is masked (it is a sole trader's), a wrong one left out; e-mail addresses and telephone numbers are never kept.
 * @throws InputError when the table cannot be read at all (see `readTable`).
 */
export async function readRegister(bytes: Uint8Array, file: string, options: RegisterOptions): Promise<Register> {
  const { rows, remarks: tableRemarks } = await readTable(bytes, file, REGISTER_COLUMNS, options.mapping);
  const problems: Problem[] = [];
  const remarks: Problem[] = [...tableRemarks];
  const organisations = rows.flatMap((row) => {
    const note = (list: Problem[], key: string, column: string, message: string, remedy: string): void =>
      void list.push({ key, file, place: `${row.place}, column ${column}`, message, remedy });
    return organisationOf(row, file, options, {
      skip: (column, message, remedy) => note(problems, 'register.row', column, message, remedy),
      drop: (column, message, remedy) => note(problems, 'register.cell', column, message, remedy),
      remark: (column, message, remedy) => note(remarks, 'register.remark', column, message, remedy),
    });
  });
  return { organisations: withFreeIds(mergeDuplicates(organisations)), problems, remarks };
}

type Say = (column: string, message: string, remedy: string) => void;

function organisationOf(
  row: TableRow,
  file: string,
  { taxonomy, municipalities }: RegisterOptions,
  say: { skip: Say; drop: Say; remark: Say },
): Organisation | [] {
  const cell = (target: string): string | undefined => {
    const raw = row.cells.get(target);
    const { text, found } = raw && target !== 'org_number' && target !== 'source' ? withoutContacts(raw) : { text: raw, found: false };
    if (found) say.remark(target, 'An e-mail address or telephone number was left out, since it may be a person’s.', 'Take it out of the file.');
    return text || undefined;
  };
  const name = cell('name');
  const source = row.cells.get('source');
  const seen = readDay(cell('seen'));
  const status = STATUS[cell('status')?.toLowerCase() ?? ''];
  if (!name) return skipped('name', 'The row has no name.', 'Write the organisation’s name.');
  if (!source) return skipped('source', `${name} has no source.`, 'Write where the facts come from.');
  if (!seen) return skipped('seen', `${name} has no day on which the source was seen.`, 'Write it as 2026-11-24, 2026-11 or 2026.');
  if (!status) return skipped('status', `${name} has no status that is known.`, 'Write verifierad, overifierad or stängd.');

  const number = row.cells.get('org_number');
  const orgNumber = number ? readOrgNumber(number) : undefined;
  if (orgNumber?.kind === 'invalid') say.drop('org_number', `${number} is no Swedish organisation number; the row is kept without it.`, 'Check the digits.');
  if (orgNumber?.kind === 'personal') say.remark('org_number', 'The number is a sole trader’s personal number and was masked.', 'Nothing: it is never kept.');

  const website = readWebsite(cell('website'));
  if (cell('website') && !website) say.drop('website', 'This is no web address; the row is kept without it.', 'Write it as https://exempel.se.');
  const capacity = readValue(cell('capacity') ?? '');
  if (cell('capacity') && !capacity) say.drop('capacity', 'This is no amount; the row is kept without it.', 'Write it in kronor: 500 000 kr.');
  const named = (cell('municipality') ?? '').split(/[;,]/).flatMap((part) => part.trim() || []);
  const { capabilities, words } = readCapabilities(cell('fields') ?? '', taxonomy);
  return {
    id: orgNumber?.kind === 'organisation' ? orgNumber.number : slug(name),
    name,
    ...(orgNumber?.kind === 'organisation' && { orgNumber: orgNumber.number }),
    orgNumberMasked: orgNumber?.kind === 'personal',
    ...(cell('legal_form') && { legalForm: cell('legal_form') }),
    municipalities: named,
    nuts: [...new Set(municipalitiesIn(named.join('; '), municipalities).map((m) => m.nuts3))],
    ...(website && { website }),
    offers: [cell('offers'), ...words].filter(Boolean).join('; '),
    capabilities: [...capabilities],
    ...(capacity && { capacity }),
    status,
    ...(cell('status_note') && { statusNote: cell('status_note') }),
    source,
    seen,
    origin: `${file}, ${row.place}`,
  } as Organisation;

  function skipped(column: string, message: string, remedy: string): [] {
    say.skip(column, message, `${remedy} The other rows were read.`);
    return [];
  }
}

/** "2016-05-01", "2016-05" or "2016"; nothing else, so that no day is guessed. */
const readDay = (text: string | undefined): string | undefined => (text && /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text) ? text : undefined);

function readWebsite(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : undefined;
}

/** Two organisations of one name in different municipalities are two: the later ones get a number. */
function withFreeIds(organisations: readonly Organisation[]): Organisation[] {
  const taken = new Set<string>();
  return organisations.map((organisation) => {
    let { id } = organisation;
    for (let n = 2; taken.has(id); n++) id = `${organisation.id}-${n}`;
    taken.add(id);
    return id === organisation.id ? organisation : { ...organisation, id };
  });
}
