import { SHIPPED_DATA } from '../settings.ts';
import type { CommandLine } from './command-line.ts';

/** Commands that read, classify, match and explain files. */
export function addMatchingCommands({ command, group }: CommandLine): void {
  command('rank', 'rank notices for profiles, both JSON lines; writes a TREC run', () => import('../commands/rank.ts'))
    .requiredOption('--profiles <file>', 'one profile a line: id, name, municipality, offers')
    .requiredOption('--notices <file>', 'one notice a line: id, title, buyer, cpv, place, description, lots')
    .option('--out <file>', 'the run (without it: standard output)');
  command('classify', 'classify notices or profiles into fields; writes id, field, probability', () => import('../commands/classify.ts'))
    .option('--notices <file>', 'one notice a line')
    .option('--profiles <file>', 'one profile a line')
    .option('--out <file>', 'the table, tab separated (without it: standard output)');
  command('explain', 'explain why a notice and an organisation fit or do not', () => import('../commands/explain.ts'))
    .requiredOption('--notice <id-or-file>', 'a stored notice’s number, or a file with one notice')
    .requiredOption('--profile <id>', 'organisation number, id or name')
    .option('--notices <file>', 'the notice is in these JSON lines')
    .option('--profiles <file>', 'the organisation is in these JSON lines')
    .option('--register <file>', 'the organisation is in this register (without it: the imported one, else the example)')
    .option('--json', 'print the explanation as JSON');
  command('split', 'split Swedish compounds into their parts; writes word and parts joined by |', () => import('../commands/split.ts'))
    .requiredOption('--words <file>', 'one word a line')
    .option('--out <file>', 'the table, tab separated (without it: standard output)');
  command(
    'predict-cpv',
    'suggest CPV divisions for titles, learnt from titles with codes; writes id, divisions, probabilities',
    () => import('../commands/predict-cpv.ts'),
  )
    .option('--train <file>', 'titles with codes, tab separated, columns id, published, cpv, title and, if known, kind (.gz too)')
    .option('--model <file>', 'with --train: where to keep what was learnt; without: where it was kept')
    .option('--titles <file>', 'titles without codes, tab separated, columns id, title and, if known, kind')
    .option('--out <file>', 'the table, tab separated (without it: standard output)');
  const fields = group(
    'fields',
    'which fields the ASF of the register work in, where, and what has changed since last time',
    () => import('../commands/fields.ts'),
  );
  fields.self
    .option('--register <file>', 'ASF register, CSV or XLSX (without it: the imported one, else the example)')
    .option('--since <day>', 'compare with the register as it was on this day (without it: as it was before the last import)')
    .option('--out <folder>', 'write the page and its data there')
    .option('--json', 'print as JSON');
  fields('check', 'check the tables of --data, and show what they would change for notices', () => import('../commands/fields-check.ts'))
    .option('--against <folder>', 'the tables to compare with', SHIPPED_DATA)
    .option('--notices <file>', 'notices as JSON lines (without it: the stored ones)')
    .option('--json', 'print remarks and changes as JSON');
}
