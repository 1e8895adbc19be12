import { InputError } from '@asf-match/domain';
import type { ResponseStep } from '@asf-match/store';
import { recordAnswer } from '../alerts/record-answer.ts';
import { openComposer } from '../alerts/sending.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

const STEPS: readonly ResponseStep[] = ['interested', 'not-relevant', 'bid', 'won'];

/** Notes on a subscriber's behalf what came of something it was told: what it said on the phone, or what a result shows. */
export async function run(options: GlobalOptions & { subscription: string; about: string; step: string }): Promise<ExitCode> {
  const refused = (place: string, message: string, remedy: string) => new InputError({ key: 'feedback.refused', place, message, remedy });
  const step = STEPS.find((s) => s === options.step);
  if (!step) throw refused('--step', `There is no step ${options.step}.`, `The steps are ${STEPS.join(', ')}.`);
  const settings = settingsOf(options);
  await withStore(settings, async (store) => {
    const subscription = await store.subscriptions.get(options.subscription);
    if (!subscription) throw refused('--subscription', `There is no subscription ${options.subscription}.`, 'asf-match subscriptions lists them.');
    const news = (await store.news.about(options.about)).at(-1);
    if (!news) throw refused('--about', `Nobody was told of ${options.about}.`, 'asf-match audit list shows what was told.');
    const { composer } = await openComposer(store, settings);
    await recordAnswer(store, composer, { news, subscription }, { step }, now());
  });
  process.stdout.write('Noted.\n');
  return EXIT.done;
}
