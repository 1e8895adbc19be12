import type { ClaimedDelivery, Settlement, Store } from '@asf-match/store';
import { nextAttempt } from './back-off.ts';
import { createDomainLimits, type DomainLimits } from './domain-limits.ts';
import type { Mailer, OutgoingMail, SendOutcome } from './mailer.ts';

/** A mail ready to be sent, and the news that it tells in full. */
export interface ComposedMail {
  readonly mail: OutgoingMail;
  readonly shown: readonly number[];
}

export interface DeliveryContext {
  readonly mailer: Mailer;
  /** Nothing when there is nothing left to say. */
  readonly compose: (delivery: ClaimedDelivery) => Promise<ComposedMail | undefined>;
  readonly clock: () => string;
  readonly leaseSeconds: number;
  readonly perSecond: number;
  readonly connections: number;
  /** When it is aborted, what has begun is finished and the rest given back. */
  readonly signal?: AbortSignal;
}

/** What came of the deliveries that were due. `serverError` says why the run stopped early: the mail server failed several times in a row. */
export interface DeliveryCounts {
  sent: number;
  later: number;
  dead: number;
  withdrawn: number;
  serverError?: string;
}

const SERVER_FAILURES = 3;
/** Deliveries claimed at a time: few, so that a process that dies holds few back. */
const CLAIMED_PER_CONNECTION = 4;

/**
 * Sends everything that is due. Each delivery is claimed, composed, handed to the mail server and settled; a process that
 * dies in between leaves a claim that runs out, and the next one sends the same mail with the same Message-ID. The mail
 * arrives twice only when the server had accepted it and the process died before that was written down.
 */
export async function deliverDue(store: Store, context: DeliveryContext): Promise<DeliveryCounts> {
  const { clock, leaseSeconds, connections, signal } = context;
  const counts: DeliveryCounts = { sent: 0, later: 0, dead: 0, withdrawn: 0 };
  const limits = createDomainLimits(context.perSecond);
  const run: Run = { counts, limits, failuresInARow: 0 };
  const running = new Set<Promise<void>>();
  let refill = true;
  while (!signal?.aborted && !counts.serverError && refill) {
    const now = clock();
    const claimed = await store.outbox.claim(now, later(now, leaseSeconds), connections * CLAIMED_PER_CONNECTION);
    refill = claimed.length > 0;
    for (const delivery of claimed) {
      while (running.size >= connections * CLAIMED_PER_CONNECTION) await Promise.race(running);
      const work = limits.run(delivery.address, () => deliverOne(store, delivery, context, run)).finally(() => running.delete(work));
      running.add(work);
    }
  }
  await Promise.all(running);
  return counts;
}

const later = (now: string, seconds: number): string => `${new Date(Date.parse(now) + seconds * 1000).toISOString().slice(0, 19)}Z`;

interface Run {
  readonly counts: DeliveryCounts;
  readonly limits: DomainLimits;
  failuresInARow: number;
}

async function deliverOne(store: Store, delivery: ClaimedDelivery, { mailer, compose, clock, leaseSeconds, signal }: DeliveryContext, run: Run): Promise<void> {
  const { counts, limits } = run;
  // Sending with a claim that is about to run out could meet another process that sends the same.
  const tooLate = later(clock(), Math.ceil(leaseSeconds / 3)) > delivery.leaseUntil;
  if (signal?.aborted || counts.serverError || tooLate) return store.outbox.release(delivery);
  const composed = await compose(delivery);
  const outcome: SendOutcome | undefined = composed && (await mailer.send(composed.mail));
  run.failuresInARow = outcome?.result === 'server' ? run.failuresInARow + 1 : 0;
  if (outcome?.result === 'server' && run.failuresInARow >= SERVER_FAILURES) counts.serverError = outcome.error;
  if (outcome?.result === 'later') limits.slowDown(delivery.address);
  if (outcome?.result === 'accepted') limits.speedUp(delivery.address);
  const settlement = settlementOf(outcome, composed?.shown ?? [], delivery, clock());
  const isOurs = await store.outbox.settle(delivery, settlement, clock());
  if (isOurs) counts[settlement.outcome === 'retry' ? 'later' : settlement.outcome]++;
}

function settlementOf(outcome: SendOutcome | undefined, shown: readonly number[], delivery: ClaimedDelivery, now: string): Settlement {
  if (!outcome) return { outcome: 'withdrawn' };
  if (outcome.result === 'accepted') return { outcome: 'sent', shown };
  if (outcome.result === 'refused') return { outcome: 'dead', error: outcome.error, bounced: outcome.addressUnknown };
  const next = nextAttempt(delivery.failures + 1, now);
  return next ? { outcome: 'retry', nextAttempt: next, error: outcome.error } : { outcome: 'dead', error: outcome.error, bounced: false };
}
