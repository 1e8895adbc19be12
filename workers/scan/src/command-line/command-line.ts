import { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, SHIPPED_DATA } from '../settings.ts';
import { VERSION } from '../version.ts';

const DESCRIPTION = `Finds purchases that work integration social enterprises (ASF) could deliver, and shows the evidence.
It never recommends a supplier.`;

const EXIT_CODES = `
Exit codes:
  0   all was done
  1   done, but some inputs were refused; each is listed on standard error
  2   not done: wrong usage, or the input as a whole was refused
  70  not done: an error in the program itself`;

/** The module of a command. Its `run` gets all options, and the arguments as `args`. */
type Load = () => Promise<{ readonly run: (options: never) => Promise<ExitCode> }>;

/** Adds one command: name and arguments as commander writes them, what it does, and its module, which is imported on use. */
type AddCommand = (nameAndArgs: string, description: string, load: Load) => Command;

/** Where the commands of each group are added. */
export interface CommandLine {
  readonly command: AddCommand;
  /** Commands below a common name. `load` makes the bare name a command too. */
  group(name: string, description: string, load?: Load): AddCommand & { readonly self: Command };
  /** Reads the arguments and runs the command they name. @throws CommanderError on wrong usage; it has been printed. */
  run(args: readonly string[]): Promise<ExitCode>;
}

/** The empty command line with its global options; commands are loaded only when called, so that help is instant. */
export function createCommandLine(): CommandLine {
  let code: ExitCode = EXIT.done;
  const program = new Command('asf-match')
    .description(DESCRIPTION)
    .version(VERSION)
    .option('--store <folder>', 'where the database and the archive are kept', '.asf-match')
    .option('--data <folder>', 'taxonomy, thresholds and the other tables that you may edit', SHIPPED_DATA)
    .option('--config <file>', 'what is scanned, when and how (without it: worker.json of the data folder)')
    .addHelpText('after', EXIT_CODES)
    .exitOverride();

  const runs = (command: Command, load: Load): Command =>
    command.action(async (...received: unknown[]) => {
      const self = received.at(-1) as Command;
      const { run } = await load();
      code = await run({ ...self.optsWithGlobals<GlobalOptions>(), args: self.processedArgs } as never);
    });
  const adder =
    (parent: Command): AddCommand =>
    (nameAndArgs, description, load) =>
      runs(parent.command(nameAndArgs).description(description), load);

  return {
    command: adder(program),
    group(name, description, load) {
      const self = program.command(name).description(description);
      if (load) runs(self, load);
      return Object.assign(adder(self), { self });
    },
    async run(args) {
      await program.parseAsync([...args], { from: 'user' });
      return code;
    },
  };
}
