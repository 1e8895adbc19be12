import type { Organisation } from '@asf-match/domain';
import { createMatcher, type Matcher } from '@asf-match/matching';
import type { Store } from '@asf-match/store';
import { enqueueAlerts } from '../alerts/enqueue-alerts.ts';
import { loadHolidays } from '../alerts/holidays.ts';
import { mailDomainOf, mailSettings } from '../alerts/mail-settings.ts';
import { loadReferenceData } from '../data.ts';
import { loadRegister } from '../inputs.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now } from '../with-store.ts';
import { type MatchedCounts, matchUnmatched, NOTHING_MATCHED } from './match-unmatched.ts';

/**
 * What matches new notices with the register as it is now and queues alerts for those who subscribe. The matcher is made when
 * there is something to match, and made anew when the register has changed.
 */
export async function openMatching(store: Store, options: GlobalOptions): Promise<(signal: AbortSignal) => Promise<MatchedCounts>> {
  const { data } = settingsOf(options);
  const reference = await loadReferenceData(data);
  const mailDomain = mailDomainOf(mailSettings());
  let made: { readonly of: string; readonly organisations: readonly Organisation[]; readonly matcher: Matcher } | undefined;
  let running: Promise<MatchedCounts> = Promise.resolve(NOTHING_MATCHED);

  const register = async () => {
    const { organisations } = await loadRegister(store, undefined, data, reference);
    const of = JSON.stringify(organisations);
    if (made?.of !== of) made = { of, organisations, matcher: createMatcher({ ...reference, organisations }) };
    return made;
  };
  return (signal) => {
    // One after the other: a round that is still matching is not joined by the next.
    running = running
      .catch(() => {})
      .then(async () => {
        if ((await store.notices.unmatched(1)).length === 0) return NOTHING_MATCHED;
        const { organisations, matcher } = await register();
        const context = { reference, organisations, mailDomain, isHoliday: await loadHolidays() };
        return matchUnmatched(store, matcher, async (notices, matches) => (await enqueueAlerts(store, { notices, matches }, context, now())).alerts, signal);
      });
    return running;
  };
}
