import { dateOf, isPast, type Notice } from '@asf-match/domain';

/** Without a stated deadline a notice counts as current for this long after publication. */
const DAYS_WITHOUT_DEADLINE = 180;
const CURRENT_FORMS = new Set(['planning', 'consultation', 'competition']);

/**
 * True when somebody can still act on the notice: it announces or plans a purchase, and no deadline has passed.
 * With lots the latest of their deadlines counts, so that one open lot keeps the notice open.
 * @param now ISO instant
 */
export function isOpen(notice: Notice, now: string): boolean {
  if (!CURRENT_FORMS.has(notice.formType)) return false;
  const deadlines = [notice.deadline, ...notice.lots.map((l) => l.deadline)].flatMap((d) => d ?? []);
  if (deadlines.length) return deadlines.some((d) => !isPast(d.at, now));
  const { published } = notice;
  if (!published) return false;
  const age = (Date.parse(now) - Date.parse(published.instant)) / 86_400_000;
  return age <= DAYS_WITHOUT_DEADLINE && (age >= 0 || dateOf(published) <= now.slice(0, 10));
}
