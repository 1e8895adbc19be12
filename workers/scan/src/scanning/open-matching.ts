import { createMatcher, type Matcher } from '@asf-match/matching';
import type { Store } from '@asf-match/store';
import { loadReferenceData } from '../data.ts';
import { loadRegister } from '../inputs.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { type MatchedCounts, matchUnmatched } from './match-unmatched.ts';

/**
 * What matches new notices with the register as it is now. The matcher is made when there is something to match, and made
 * anew when the register has changed.
 */
export async function openMatching(store: Store, options: GlobalOptions): Promise<(signal: AbortSignal) => Promise<MatchedCounts>> {
  const { data } = settingsOf(options);
  const reference = await loadReferenceData(data);
  let made: { readonly of: string; readonly matcher: Matcher } | undefined;
  let running: Promise<MatchedCounts> = Promise.resolve({ notices: 0, alerts: 0, joined: 0 });

  const matcher = async (): Promise<Matcher> => {
    const { organisations } = await loadRegister(store, undefined, data, reference);
    const of = JSON.stringify(organisations);
    if (made?.of !== of) made = { of, matcher: createMatcher({ ...reference, organisations }) };
    return made.matcher;
  };
  return (signal) => {
    running = running.then(async () => {
      const waiting = await store.notices.unmatched(1);
      return waiting.length > 0 ? matchUnmatched(store, await matcher(), signal) : { notices: 0, alerts: 0, joined: 0 };
    });
    return running;
  };
}
