import { dateOf, type News, type Subscription } from '@asf-match/domain';
import type { ToldItem } from '@asf-match/market';
import { atomFeed, type CalendarEvent, calendarFile } from '@asf-match/reports';
import { profileInSwedish } from '../alerts/profile-words.ts';
import type { App } from './app.ts';
import { feedAddress, type Service } from './service.ts';

/** Items that a feed holds, and news that a calendar is made of. */
const IN_FEED = 50;
const IN_CALENDAR = 500;

/** Feed and calendar of one subscription, under an address that only its owner knows. */
export function addFeedRoutes(app: App, service: Service): void {
  const { store, composer, clock } = service;
  const find = async (file: string, ending: string): Promise<Subscription | undefined> => {
    const feed = file.endsWith(ending) ? file.slice(0, -ending.length) : '';
    return /^[\w-]{32,128}$/.test(feed) ? store.subscriptions.ofFeed(feed) : undefined;
  };

  app.get('/flode/:file', async (c) => {
    const subscription = await find(c.req.param('file'), '.atom');
    if (!subscription) return c.notFound();
    if (subscription.status === 'stopped') return c.text('Bevakningen är avslutad.', 410);
    const items: ToldItem[] = [];
    for (const alert of await store.outbox.toldTo(subscription.id, IN_FEED)) items.push(await composer.item(alert, subscription));
    c.header('Content-Type', 'application/atom+xml; charset=utf-8');
    const title = `Bevakning: ${profileInSwedish(subscription, composer)}`;
    return c.body(atomFeed({ title, address: feedAddress(service, subscription), items, now: clock() }));
  });

  app.get('/kalender/:file', async (c) => {
    const subscription = await find(c.req.param('file'), '.ics');
    if (!subscription) return c.notFound();
    if (subscription.status === 'stopped') return c.text('Bevakningen är avslutad.', 410);
    const alerts = await store.outbox.toldTo(subscription.id, IN_CALENDAR);
    const events: CalendarEvent[] = [];
    for (const about of new Set(alerts.map((a) => a.news.about))) {
      const latest = alerts.find((a) => a.news.about === about);
      if (latest) events.push(...eventsOf(await composer.item(latest, subscription), await store.news.about(about)));
    }
    c.header('Content-Type', 'text/calendar; charset=utf-8');
    c.header('Content-Disposition', 'inline; filename="bevakning.ics"');
    return c.body(await calendarFile({ name: `Sista dagar: ${profileInSwedish(subscription, composer)}`, events, now: clock() }));
  });
}

/** One event for each last day, in its latest edition. @param news all news about the same thing, in order */
function eventsOf(item: ToldItem, news: readonly News[]): CalendarEvent[] {
  const deadlines = news.findLast((n) => n.deadlines.length > 0)?.deadlines ?? [];
  return deadlines.map((deadline, index) => ({
    uid: `${encodeURIComponent(item.about)}${index > 0 ? `-${index}` : ''}@asf-match`,
    title: `Sista dag: ${item.title}`,
    at: deadline.at,
    ...(item.who && { description: `Köpare: ${item.who}. Sista dag ${dateOf(deadline.at)}. Det är annonsen som gäller.` }),
    ...(item.places[0] && { location: item.places[0] }),
    ...(item.url && { url: item.url }),
    sequence: news.length - 1,
    changed: news.at(-1)?.at ?? item.at,
    cancelled: news.some((n) => n.kind === 'cancelled'),
  }));
}
