import type { CommandLine } from './command-line.ts';

/** Commands that write what people read. */
export function addReportsCommands({ command }: CommandLine): void {
  command('run', 'read the register, the purchase plan and new notices; write reports and alerts', () => import('../commands/run.ts'))
    .option('--register <file>', 'ASF register, CSV or XLSX (without it: the imported one, else the example)')
    .option('--plan <file>', 'purchase plan, CSV or XLSX (without it: the imported one, else the example)')
    .option('--out <folder>', 'where reports are written', 'out')
    .option('--offline', 'do not ask any source over the network')
    .option('--json', 'print the summary as JSON');
  command('report <need-or-file>', 'write the match report of one planned purchase, or of a draft (TXT, MD, DOCX, PDF)', () => import('../commands/report.ts'))
    .option('--register <file>', 'ASF register, CSV or XLSX (without it: the imported one, else the example)')
    .option('--plan <file>', 'purchase plan in which the need is a row (without it: the imported one, else the example)')
    .option('--draft <file>', 'a draft to check for barriers and language; a need that is a file is its own')
    .option('--out <folder>', 'where the report is written: HTML, DOCX, XLSX and JSON', 'out')
    .option('--json', 'print the report as JSON');
}
