import { confirmPage, messagePage, stopPage } from '@asf-match/reports';
import { profileLines } from '../alerts/profile-words.ts';
import type { App } from './app.ts';
import { readLink } from './links.ts';
import type { Service } from './service.ts';

/** Saying yes, and saying stop. */
export function addSubscriptionRoutes(app: App, service: Service): void {
  const { store, composer, clock, frame } = service;
  const used = () => messagePage('Länken är redan använd', ['Öppna länken i ett nyare brev.'], frame());

  app.get('/bekrafta/:token', async (c) => {
    const claims = readLink(service, c, 'confirm');
    if (claims instanceof Response) return claims;
    const subscription = await store.subscriptions.get(claims.owner);
    if (subscription?.status !== 'pending') return c.html(used(), 410);
    const { weekly } = subscription;
    return c.html(confirmPage({ lines: profileLines(subscription, composer), ...(weekly !== undefined && { weekly }) }, frame()));
  });
  app.post('/bekrafta/:token', async (c) => {
    const claims = readLink(service, c, 'confirm');
    if (claims instanceof Response) return claims;
    if (!(await store.subscriptions.confirm(claims.owner, clock()))) return c.html(used(), 410);
    return c.html(messagePage('Tack!', ['Nu får ni brev när något passar er.', 'Det som redan var publicerat skickas inte.'], frame()));
  });

  app.get('/sluta/:token', (c) => {
    const claims = readLink(service, c, 'stop');
    return claims instanceof Response ? claims : c.html(stopPage(frame()));
  });
  // The same address answers the button and a mail reader's own post (RFC 8058).
  app.post('/sluta/:token', async (c) => {
    const claims = readLink(service, c, 'stop');
    if (claims instanceof Response) return claims;
    for (const { id } of await store.subscriptions.ofRecipient(claims.owner)) await store.subscriptions.stop(id, clock());
    return c.html(messagePage('Klart', ['Ni får inga fler brev från oss.'], frame()));
  });
}
