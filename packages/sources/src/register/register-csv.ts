import type { Organisation } from '@asf-match/domain';
import { defused } from '../table/read-table.ts';
import { writeCapabilities } from './capabilities.ts';
import { REGISTER_COLUMNS } from './columns.ts';

const STATUS: Readonly<Record<Organisation['status'], string>> = { verified: 'verifierad', unverified: 'overifierad', closed: 'stängd' };

/**
 * The register as CSV that `readRegister` reads back and that spreadsheets open: semicolons, UTF-8 with byte order
 * mark, Swedish headers, no cell that runs as a formula.
 */
export function registerCsv(organisations: readonly Organisation[]): string {
  const rows = organisations.map((o) => [
    ...[o.name, o.orgNumber ?? '', o.legalForm ?? '', o.municipalities.join('; '), o.website ?? '', o.offers, writeCapabilities(o.capabilities)],
    ...[o.capacity ? `${o.capacity.amount}` : '', STATUS[o.status], o.statusNote ?? '', o.source, o.seen],
  ]);
  const header = REGISTER_COLUMNS.map((column) => column.headers[0] ?? column.target);
  return `\uFEFF${[header, ...rows].map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  const safe = defused(cell);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
