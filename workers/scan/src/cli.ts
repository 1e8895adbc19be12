import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type GlobalOptions, SHIPPED_DATA } from './settings.ts';
import { VERSION } from './version.ts';

const DESCRIPTION = `Finds purchases that work integration social enterprises (ASF) could deliver, and shows the evidence.
It never recommends a supplier.`;

const EXIT_CODES = `
Exit codes:
  0   all was done
  1   done, but some inputs were refused; each is listed on standard error
  2   not done: wrong usage, or the input as a whole was refused
  70  not done: an error in the program itself`;

type Action = (options: never) => Promise<ExitCode>;

/**
 * Reads the command line and runs one command. Commands are loaded only when called, so that help is instant.
 * @returns the process's exit code; problems have been printed on standard error.
 */
export async function runCli(args: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const program = new Command('asf-match')
    .description(DESCRIPTION)
    .version(VERSION)
    .option('--store <folder>', 'where the database and the archive are kept', '.asf-match')
    .option('--data <folder>', 'taxonomy, thresholds and the other tables that you may edit', SHIPPED_DATA)
    .addHelpText('after', EXIT_CODES)
    .exitOverride();

  /** Registers a command whose module is imported on use; its `run` gets all options and the arguments as `args`. */
  const command = (nameAndArgs: string, description: string, load: () => Promise<{ run: Action }>): Command =>
    program
      .command(nameAndArgs)
      .description(description)
      .action(async (...received: unknown[]) => {
        const self = received.at(-1) as Command;
        const { run } = await load();
        code = await run({ ...self.optsWithGlobals<GlobalOptions>(), args: self.processedArgs } as never);
      });

  command('run', 'read the register, the purchase plan and new notices; write reports and alerts', () => import('./commands/run.ts'))
    .option('--register <file>', 'ASF register, CSV or XLSX (without it: the imported one, else the example)')
    .option('--plan <file>', 'purchase plan, CSV or XLSX (without it: the imported one, else the example)')
    .option('--out <folder>', 'where reports are written', 'out')
    .option('--offline', 'do not ask any source over the network')
    .option('--json', 'print the summary as JSON');
  command('ingest <path...>', 'read notices from files and folders (TED XML, eForms, JSON lines) into the store', () => import('./commands/ingest.ts'))
    .option('--verbose', 'print each notice on standard error once it is stored')
    .option('--json', 'print the counts as JSON');
  command('report <need-or-file>', 'write the match report of one planned purchase, or of a draft (TXT, MD, DOCX, PDF)', () => import('./commands/report.ts'))
    .option('--register <file>', 'ASF register, CSV or XLSX (without it: the imported one, else the example)')
    .option('--plan <file>', 'purchase plan in which the need is a row (without it: the imported one, else the example)')
    .option('--out <folder>', 'where the report is written', 'out')
    .option('--json', 'print the report as JSON');
  command('rank', 'rank notices for profiles, both JSON lines; writes a TREC run', () => import('./commands/rank.ts'))
    .requiredOption('--profiles <file>', 'one profile a line: id, name, municipality, offers')
    .requiredOption('--notices <file>', 'one notice a line: id, title, buyer, cpv, place, description, lots')
    .option('--out <file>', 'the run (without it: standard output)');
  command('classify', 'classify notices or profiles into fields; writes id, field, probability', () => import('./commands/classify.ts'))
    .option('--notices <file>', 'one notice a line')
    .option('--profiles <file>', 'one profile a line')
    .option('--out <file>', 'the table, tab separated (without it: standard output)');
  command('explain', 'explain why a notice and an organisation fit or do not', () => import('./commands/explain.ts'))
    .requiredOption('--notice <id-or-file>', 'a stored notice’s number, or a file with one notice')
    .requiredOption('--profile <id>', 'organisation number, id or name')
    .option('--notices <file>', 'the notice is in these JSON lines')
    .option('--profiles <file>', 'the organisation is in these JSON lines')
    .option('--register <file>', 'the organisation is in this register (without it: the imported one, else the example)')
    .option('--json', 'print the explanation as JSON');
  command('split', 'split Swedish compounds into their parts; writes word and parts joined by |', () => import('./commands/split.ts'))
    .requiredOption('--words <file>', 'one word a line')
    .option('--out <file>', 'the table, tab separated (without it: standard output)');
  command(
    'predict-cpv',
    'suggest CPV divisions for titles, learnt from titles with codes; writes id, divisions, probabilities',
    () => import('./commands/predict-cpv.ts'),
  )
    .option('--train <file>', 'titles with codes, tab separated, columns id, published, cpv, title (.gz too)')
    .option('--model <file>', 'with --train: where to keep what was learnt; without: where it was kept')
    .option('--titles <file>', 'titles without codes, tab separated, columns id and title')
    .option('--out <file>', 'the table, tab separated (without it: standard output)');
  command('register <file>', 'check a register: what is read, what is wrong, which rows may be the same organisation', () => import('./commands/register.ts'))
    .option('--map <target=header...>', 'which column holds what, e.g. name=Företagsnamn')
    .option('--import', 'store what was read')
    .option('--json', 'print the result as JSON');
  command('plan <file>', 'check a purchase plan: what is read and what is wrong', () => import('./commands/plan.ts'))
    .option('--map <target=header...>', 'which column holds what, e.g. title=Benämning')
    .option('--import', 'store what was read')
    .option('--json', 'print the result as JSON');
  const codelists = program.command('codelists').description('official code lists');
  codelists
    .command('import <file>')
    .description('load the official CPV labels: a table (code, label_sv, label_en) or the publisher’s Genericode file cpv.gc')
    .option('--json', 'print the count as JSON')
    .action(async (...received: unknown[]) => {
      const self = received.at(-1) as Command;
      const { run } = await import('./commands/codelists.ts');
      code = await run({ ...self.optsWithGlobals<GlobalOptions & { json?: boolean }>(), args: self.processedArgs as [string] });
    });
  const fields = program.command('fields').description('the fields of work and the words that point at them');
  fields
    .command('check')
    .description('check the tables of --data, and show what they would change for notices')
    .option('--against <folder>', 'the tables to compare with', SHIPPED_DATA)
    .option('--notices <file>', 'notices as JSON lines (without it: the stored ones)')
    .option('--json', 'print remarks and changes as JSON')
    .action(async (...received: unknown[]) => {
      const self = received.at(-1) as Command;
      const { check } = await import('./commands/fields.ts');
      code = await check(self.optsWithGlobals<GlobalOptions & { against: string }>());
    });
  command('sources', 'list the sources with licence and last result', () => import('./commands/sources.ts')).option('--json', 'print as JSON');
  command('export', 'print everything that is stored as JSON lines, in an order that does not depend on how it came in', () => import('./commands/export.ts'));

  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOf(error);
  }
}

async function exitCodeOf(error: unknown): Promise<ExitCode> {
  // Commander has already printed its message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.refused;
  const { InputError } = await import('@asf-match/domain');
  if (error instanceof InputError) {
    process.stderr.write(`asf-match: ${error.message}\n`);
    return EXIT.refused;
  }
  process.stderr.write(`asf-match: ${error instanceof Error ? (process.env.ASF_DEBUG ? error.stack : error.message) : String(error)}\n`);
  return EXIT.internal;
}
