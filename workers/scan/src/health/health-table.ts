import type { SourceHealth } from './health.ts';

const shortInstant = (instant: string | undefined): string => instant?.slice(0, 16).replace('T', ' ') ?? '–';

/** How each source stands, as a table for the terminal. Instants are UTC. */
export async function healthTable(health: readonly SourceHealth[]): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    head: ['Source', 'State', 'Last good answer', 'Next', 'Errors', 'New a weekday', 'What'],
    style: { head: [], border: [] },
    colWidths: [18, 10, 18, 18, 8, 15, 60],
    wordWrap: true,
  });
  for (const { source, state, lastSuccess, nextDue, errorsInRow, volume, message } of health) {
    table.push([source, state, shortInstant(lastSuccess), shortInstant(nextDue), errorsInRow, volume ? `${volume.median} ± ${volume.spread}` : '–', message]);
  }
  return `${table.toString()}\n`;
}
