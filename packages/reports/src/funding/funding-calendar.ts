import type { FundingList } from '@asf-match/market';
import { type CalendarEvent, calendarFile } from '../calendar.ts';
import { ROLE_MEANS } from './words.ts';

/** Every deadline of the calls to act on as a calendar file. */
export function fundingCalendar({ calls, at }: FundingList): Promise<string> {
  const events = calls.flatMap((c) =>
    [...(c.closes ? [c.closes] : []), ...c.later].map(
      (moment): CalendarEvent => ({
        uid: `call:${c.key}:${moment.instant}@asf-match`,
        title: `Sista dag att söka: ${c.title}`,
        at: moment,
        description: `${c.funder}. Stadens roll: ${c.role}. ${ROLE_MEANS[c.role]}`,
        ...(c.url && { url: c.url }),
        ...{ sequence: 0, changed: c.readAt, cancelled: false },
      }),
    ),
  );
  return calendarFile({ name: 'Utlysningar att söka med ASF', events, now: at });
}
