import { fitFieldWeights } from '@asf-match/matching';
import { toJson } from '@asf-match/reports';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

/** Shows what the answers of all would change in the weights of the fields, and whether it is for the better; changes them only with --apply. */
export async function run(options: GlobalOptions & { apply?: boolean; json?: boolean }): Promise<ExitCode> {
  return withStore(settingsOf(options), async (store) => {
    const inForce = await store.responses.fieldWeights();
    const fitted = fitFieldWeights(await store.responses.judged());
    const { n, weights, before, after } = fitted;
    const isBetter = after.logLoss < before.logLoss;
    const applied = Boolean(options.apply && isBetter);
    if (applied) await store.responses.replaceFieldWeights(weights, now());
    if (options.json) process.stdout.write(toJson({ ...fitted, inForce: Object.fromEntries(inForce), applied }));
    else {
      process.stdout.write(`${n} answers. On answers that the weights were not fitted to (five folds):\n`);
      process.stdout.write(
        `  mean log loss ${before.logLoss.toFixed(3)} as told, ${after.logLoss.toFixed(3)} refitted\n  mean squared error ${before.brier.toFixed(3)} as told, ${after.brier.toFixed(3)} refitted\n`,
      );
      for (const { field, weight, n: answers } of weights) {
        process.stdout.write(`  ${field}: ${(inForce.get(field) ?? 0).toFixed(2)} now, ${weight.toFixed(2)} refitted, on ${answers} answers\n`);
      }
      process.stdout.write(
        applied
          ? 'The refitted weights are in force.\n'
          : options.apply
            ? 'Nothing was changed: refitting does not make it better.\n'
            : 'Nothing was changed. --apply puts the refitted weights in force.\n',
      );
    }
    return options.apply && !applied ? EXIT.someRefused : EXIT.done;
  });
}
