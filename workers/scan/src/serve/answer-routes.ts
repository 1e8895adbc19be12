import { answerPage, messagePage } from '@asf-match/reports';
import type { NotRelevantReason } from '@asf-match/store';
import { z } from 'zod';
import { recordAnswer } from '../alerts/record-answer.ts';
import type { App } from './app.ts';
import { readLink } from './links.ts';
import type { Service } from './service.ts';

const formSchema = z.object({
  svar: z.enum([
    'interested',
    'bid',
    'won',
    'not-relevant:field',
    'not-relevant:place',
    'not-relevant:size',
    'not-relevant:time',
    'not-relevant:terms',
    'not-relevant:other',
  ]),
  ord: z.string().max(500).optional(),
});

const THANKS = {
  interested: ['Tack!', 'Vi har noterat att ni är intresserade. Köparen får inte veta det.'],
  'not-relevant': ['Tack!', 'Ni får färre sådana brev.'],
  bid: ['Tack!', 'Vi har noterat att ni har lämnat anbud.'],
  won: ['Grattis!', 'Vi har noterat att ni vann.'],
} as const;

/** One item of a mail: reading more about it, and answering. */
export function addAnswerRoutes(app: App, service: Service): void {
  const { store, composer, clock, frame } = service;

  /** The item and its subscription, when it was told to that one. */
  async function find(owner: string, newsId: number | undefined) {
    const subscription = await store.subscriptions.get(owner);
    const news = newsId === undefined ? undefined : await store.news.get(newsId);
    return subscription && news ? { subscription, news } : undefined;
  }
  const gone = () => messagePage('Finns inte kvar', ['Vi har inte kvar det här.'], frame());

  app.get('/svar/:token', async (c) => {
    const claims = readLink(service, c, 'answer');
    if (claims instanceof Response) return claims;
    const found = await find(claims.owner, claims.item);
    if (!found) return c.html(gone(), 410);
    const answered = (await store.responses.of(claims.owner)).filter((r) => r.about === found.news.about).map((r) => r.step);
    return c.html(answerPage({ item: await composer.item(found, found.subscription), answered }, frame()));
  });
  app.post('/svar/:token', async (c) => {
    const claims = readLink(service, c, 'answer');
    if (claims instanceof Response) return claims;
    const form = formSchema.safeParse(await c.req.parseBody());
    if (!form.success) return c.html(messagePage('Det gick inte', ['Något i formuläret stämde inte. Inget är sparat.'], frame()), 400);
    const found = await find(claims.owner, claims.item);
    if (!found) return c.html(gone(), 410);
    const [step, reason] = form.data.svar.split(':') as [keyof typeof THANKS, NotRelevantReason | undefined];
    await recordAnswer(store, composer, found, { step, ...(reason && { reason }), ...(form.data.ord?.trim() && { note: form.data.ord.trim() }) }, clock());
    const [title, text] = THANKS[step];
    return c.html(messagePage(title, [text], frame()));
  });
}
