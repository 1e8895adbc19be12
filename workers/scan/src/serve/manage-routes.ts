import {
  municipalitiesIn,
  nextSending,
  nutsCodeSchema,
  type Rhythm,
  rhythmSchema,
  type Subscription,
  subscriptionSchema,
  watchedSchema,
} from '@asf-match/domain';
import { managePage } from '@asf-match/reports';
import { z } from 'zod';
import { profileInSwedish, profileLines, WATCHED_IN_SWEDISH, WEEKDAYS } from '../alerts/profile-words.ts';
import type { App } from './app.ts';
import { readLink } from './links.ts';
import { calendarAddress, feedAddress, type Service } from './service.ts';

const many = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((v) => [v ?? []].flat());
const formSchema = z.discriminatedUnion('gor', [
  z.object({ gor: z.literal('pausa'), dagar: z.coerce.number().int().min(1).max(366) }),
  z.object({ gor: z.literal('fortsatt') }),
  z.object({ gor: z.literal('sluta'), id: z.string() }),
  z.object({
    ...{ gor: z.literal('andra'), id: z.string(), vad: many, takt: z.string(), dag: z.coerce.number(), tid: z.coerce.number() },
    ...{ niva: z.coerce.number(), omrade: z.string().max(500), falt: many, alltid: many, aldrig: many },
  }),
]);
type Change = z.infer<typeof formSchema> & { gor: 'andra' };

/** What the owner of an address may see and change. */
export function addManageRoutes(app: App, service: Service): void {
  const { store, composer, reference, clock, frame } = service;

  async function show(recipientId: string, notice?: string): Promise<string> {
    const recipient = await store.recipients.get(recipientId);
    const live = (await store.subscriptions.ofRecipient(recipientId)).filter((s) => s.status === 'confirmed');
    const paused = recipient?.pausedUntil && recipient.pausedUntil > clock() ? recipient.pausedUntil : undefined;
    const subscriptions = live.map((subscription) => ({
      ...{ subscription, profile: profileInSwedish(subscription, composer), lines: profileLines(subscription, composer) },
      ...{ feed: feedAddress(service, subscription), calendar: calendarAddress(service, subscription) },
    }));
    const view = { subscriptions, fields: reference.taxonomy.leaves, watched: WATCHED_IN_SWEDISH, weekdays: WEEKDAYS };
    return managePage({ ...view, ...(paused && { pausedUntil: paused.slice(0, 10) }), ...(notice && { notice }) }, frame());
  }

  app.get('/bevakning/:token', async (c) => {
    const claims = readLink(service, c, 'manage');
    return claims instanceof Response ? claims : c.html(await show(claims.owner));
  });
  app.post('/bevakning/:token', async (c) => {
    const claims = readLink(service, c, 'manage');
    if (claims instanceof Response) return claims;
    const form = formSchema.safeParse(await c.req.parseBody({ all: true }));
    if (!form.success) return c.html(await show(claims.owner, 'Något i formuläret stämde inte. Inget är ändrat.'), 400);
    const { data } = form;
    if (data.gor === 'pausa') {
      await store.recipients.pause(claims.owner, `${new Date(Date.parse(clock()) + data.dagar * 86_400_000).toISOString().slice(0, 19)}Z`, clock());
      return c.html(await show(claims.owner, 'Breven är pausade.'));
    }
    if (data.gor === 'fortsatt') {
      await store.recipients.pause(claims.owner, undefined, clock());
      return c.html(await show(claims.owner, 'Breven skickas igen.'));
    }
    // A subscription of somebody else is not found, whatever its id.
    const subscription = (await store.subscriptions.ofRecipient(claims.owner)).find((s) => s.id === data.id && s.status === 'confirmed');
    if (!subscription) return c.html(await show(claims.owner, 'Bevakningen finns inte längre.'), 404);
    if (data.gor === 'sluta') {
      await store.subscriptions.stop(subscription.id, clock());
      return c.html(await show(claims.owner, 'Bevakningen är avslutad.'));
    }
    const changed = changedBy(subscription, data, service);
    if (typeof changed === 'string') return c.html(await show(claims.owner, changed), 400);
    const due = nextSending(changed.rhythm, clock(), service.isHoliday);
    await store.subscriptions.change(changed, { recipient: claims.owner, due, mailDomain: service.mailDomain }, clock());
    return c.html(await show(claims.owner, 'Sparat.'));
  });
}

/** @returns the subscription as the form asks for it, or a sentence about what does not fit */
function changedBy(subscription: Subscription, form: Change, { reference }: Service): Subscription | string {
  const area = form.omrade.split(',').flatMap((place) => place.trim() || []);
  const unknown = area.find((place) => municipalitiesIn(place, reference.municipalities).length === 0 && !nutsCodeSchema.safeParse(place).success);
  if (unknown) return `Vi känner inte igen kommunen ”${unknown.slice(0, 60)}”. Inget är ändrat.`;
  const fields = new Set([...form.falt, ...form.alltid, ...form.aldrig]);
  if ([...fields].some((field) => !reference.taxonomy.byId.get(field)?.parent)) return 'Ett av fälten finns inte. Inget är ändrat.';
  const both = form.alltid.find((field) => form.aldrig.includes(field));
  if (both) return 'Samma fält kan inte vara både alltid och aldrig. Inget är ändrat.';
  const rhythm = rhythmSchema.safeParse(rhythmOf(form));
  const what = z.array(watchedSchema).min(1).safeParse(form.vad);
  if (!what.success) return 'Välj minst en sak att få brev om. Inget är ändrat.';
  if (!subscription.organisation && subscription.fields.length > 0 && form.falt.length === 0) return 'Välj minst ett fält. Inget är ändrat.';
  const changed = subscriptionSchema.safeParse({
    ...{ ...subscription, area, what: what.data, threshold: form.niva, never: form.aldrig, must: form.alltid },
    ...{ rhythm: rhythm.data, ...(!subscription.organisation && { fields: form.falt }) },
  });
  return changed.success ? changed.data : 'Något i formuläret stämde inte. Inget är ändrat.';
}

function rhythmOf({ takt, dag, tid }: Change): Rhythm | undefined {
  if (takt === 'at-once') return { kind: 'at-once' };
  if (takt === 'daily') return { kind: 'daily', hour: tid };
  return takt === 'weekly' ? { kind: 'weekly', weekday: dag, hour: tid } : undefined;
}
