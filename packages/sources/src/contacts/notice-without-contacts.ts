import type { Notice } from '@asf-match/domain';
import { withoutContacts } from './without-contacts.ts';

const clean = <T extends object>(part: T, ...fields: readonly (keyof T)[]): T => ({
  ...part,
  ...Object.fromEntries(fields.flatMap((field) => (typeof part[field] === 'string' ? [[field, withoutContacts(part[field]).text]] : []))),
});

/** A notice whose texts name nobody to turn to: fields for contacts are never read, but descriptions hold them too. */
export function noticeWithoutContacts(notice: Notice): Notice {
  const { title, change, lots } = notice;
  return {
    ...clean(notice, 'description'),
    // A title is never empty.
    title: withoutContacts(title).text || '–',
    lots: lots.map((lot) => clean(lot, 'title', 'description')),
    ...(change && { change: clean(change, 'reason', 'description') }),
  };
}
