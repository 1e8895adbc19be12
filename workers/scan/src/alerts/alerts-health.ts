import type { Store } from '@asf-match/store';

export const ALERTS_KEYS = ['alerts.dead', 'alerts.bounced', 'alerts.complained', 'alerts.late', 'alerts.log-broken'] as const;

/** Something about alerts that the operator should see to. `key` is stable; the sentence is English and holds no address. */
export interface AlertsProblem {
  readonly key: (typeof ALERTS_KEYS)[number];
  readonly count: number;
  readonly sentence: string;
}

/** A mail that is this late after it was due means that nobody runs `deliver`, or that the mail server is away. */
const LATE_HOURS = 6;

/** @param now ISO instant */
export async function alertsHealth(store: Store, now: string): Promise<AlertsProblem[]> {
  const [recipients, dead, pending, proof] = await Promise.all([
    store.recipients.list(),
    store.outbox.list('dead'),
    store.outbox.list('pending'),
    store.audit.verify(),
  ]);
  const count = (state: string): number => recipients.filter((r) => r.state === state).length;
  const stopped = new Set(recipients.filter((r) => r.state !== 'ok' || (r.pausedUntil ?? '') > now).map((r) => r.id));
  const late = pending.filter((d) => !stopped.has(d.recipient) && Date.parse(now) - Date.parse(d.due) > LATE_HOURS * 3_600_000);
  const problem = (key: AlertsProblem['key'], n: number, sentence: string): AlertsProblem[] => (n > 0 ? [{ key, count: n, sentence }] : []);
  return [
    ...problem('alerts.dead', dead.length, `${dead.length} mails were given up: see asf-match outbox, and --retry once the cause is mended.`),
    ...problem('alerts.bounced', count('bounced'), `${count('bounced')} addresses do not exist any more: ask their owners for new ones.`),
    ...problem('alerts.complained', count('complained'), `${count('complained')} recipients called our mail junk: they get no more.`),
    ...problem(
      'alerts.late',
      late.length,
      `${late.length} mails are more than ${LATE_HOURS} hours late: is asf-match deliver run, and does the mail server answer?`,
    ),
    ...problem('alerts.log-broken', proof.unbroken ? 0 : 1, `The log of who was told what is broken: ${proof.unbroken ? '' : proof.problem}.`),
  ];
}
