import { operatorPage } from '@asf-match/reports';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { alertsHealth } from '../alerts/alerts-health.ts';
import { profileInSwedish, rhythmInSwedish } from '../alerts/profile-words.ts';
import type { App } from './app.ts';
import type { Service } from './service.ts';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const OWN_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * True for somebody on the machine itself: the connection comes from it, no proxy has passed it on, and it was asked for by
 * a name of the machine, so that a page of another site cannot reach it by renaming itself (DNS rebinding).
 */
const isOnMachine = (c: Context<{ Bindings: HttpBindings }>): boolean =>
  LOOPBACK.test(c.env.incoming.socket.remoteAddress ?? '') &&
  OWN_NAMES.test(c.req.header('host') ?? '') &&
  !['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => c.req.header(name) !== undefined);

/** The operator's list, for nobody but somebody on the machine itself; it can only be read. */
export function addOperatorRoutes(app: App, { store, composer, clock, frame }: Service): void {
  app.get('/drift', async (c) => {
    if (!isOnMachine(c)) return c.notFound();
    const [counts, problems, subscriptions, dead, recipients] = await Promise.all([
      store.outbox.counts(),
      alertsHealth(store, clock()),
      store.subscriptions.list(),
      store.outbox.list('dead'),
      store.recipients.list(),
    ]);
    const states = new Map(recipients.map((r) => [r.id, r.state]));
    return c.html(
      operatorPage(
        {
          counts: [...counts].map(([state, n]) => ({ state, n })),
          problems: problems.map((p) => p.sentence),
          subscriptions: subscriptions.map((s) => ({
            ...{ id: s.id, status: s.status, role: s.role, profile: profileInSwedish(s, composer), rhythm: rhythmInSwedish(s.rhythm) },
            address: states.get(s.recipient) ?? 'erased',
          })),
          dead: dead.map((d) => ({ id: d.id, due: d.due, error: d.lastError ?? '' })),
        },
        frame(),
      ),
    );
  });
}
