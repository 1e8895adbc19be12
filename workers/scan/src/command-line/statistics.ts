import type { CommandLine } from './command-line.ts';

/** Commands of past purchases, and of what is followed up. */
export function addStatisticsCommands({ command, group }: CommandLine): void {
  const statistics = group('statistics', 'statistics of past purchases', () => import('../commands/statistics.ts'));
  statistics.self.option('--json', 'print as JSON');
  statistics(
    'import <file...>',
    'load exports of Upphandlingsmyndigheten’s open data (CSV or RowStore JSON, packed or not); each year and export is replaced as a whole',
    () => import('../commands/statistics-import.ts'),
  ).option('--json', 'print the counts as JSON');
  command('follow-up', 'earlier purchases of work-preparing support: how they went, and what is not known', () => import('../commands/follow-up.ts'))
    .option('--out <folder>', 'write the page and its data there')
    .option('--json', 'print as JSON');
  command(
    'yearly <year>',
    'the yearly report to the committee: figures for each activity of the plan, as a page and as an editable document',
    () => import('../commands/yearly.ts'),
  )
    .option('--out <folder>', 'where the report is written', 'out')
    .option('--json', 'print the report as JSON');
}
