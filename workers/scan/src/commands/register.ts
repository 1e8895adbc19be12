import { problemLine } from '@asf-match/domain';
import { proposeDuplicates, readRegister } from '@asf-match/sources';
import { loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { readMapping } from '../inputs.ts';
import { takeSnapshot } from '../register-rows.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

type Options = GlobalOptions & { args: [string]; map?: string[]; import?: boolean; json?: boolean };

/** Checks a register, proposes which rows may be one organisation (a person decides), and stores it when told to. */
export async function run(options: Options): Promise<ExitCode> {
  const [file] = options.args;
  const settings = settingsOf(options);
  const reference = await loadReferenceData(settings.data);
  const { organisations, problems, remarks } = await readRegister(await readInput(file), file, { ...reference, mapping: readMapping(options.map) });
  const proposals = await proposeDuplicates(organisations);
  if (options.import) {
    await withStore(settings, async (store) => {
      await store.organisations.upsertMany(organisations);
      await takeSnapshot(store, reference);
    });
  }
  for (const problem of [...problems, ...remarks]) process.stderr.write(`${problemLine(problem)}\n`);
  if (options.json) {
    const duplicates = proposals.map(({ a, b, distance }) => ({ a: a.id, b: b.id, distance }));
    process.stdout.write(`${JSON.stringify({ organisations, problems, remarks, duplicates, imported: options.import === true }, null, 2)}\n`);
  } else {
    const open = organisations.filter((o) => o.status !== 'closed');
    process.stdout.write(`${organisations.length} organisations, ${open.length} of them open. ${problems.length} rows or cells were left out.\n`);
    for (const { a, b } of proposals) process.stdout.write(`Perhaps the same: ${a.name} (${a.origin}) and ${b.name} (${b.origin}).\n`);
    process.stdout.write(options.import ? 'The register is stored.\n' : 'Nothing is stored; add --import to store it.\n');
  }
  return problems.length > 0 ? EXIT.someRefused : EXIT.done;
}
