import { randomBytes } from 'node:crypto';
import { ALERT_PROBABILITY, InputError, municipalitiesIn, nutsCodeSchema, type Rhythm, type Subscription, subscriptionSchema } from '@asf-match/domain';
import type { Store } from '@asf-match/store';
import type { ReferenceData } from '../data.ts';
import type { RegisterInput } from '../inputs.ts';
import { weeklyEstimate } from './weekly-estimate.ts';

/** What somebody asks for, in the words of the command line. */
export interface Wish {
  readonly address: string;
  readonly role: string;
  readonly organisation?: string;
  readonly fields: readonly string[];
  readonly area: readonly string[];
  readonly what: readonly string[];
  readonly rhythm: string;
  readonly threshold?: number;
  readonly never: readonly string[];
  readonly must: readonly string[];
}

const refused = (place: string, message: string, remedy: string) => new InputError({ key: 'subscription.refused', place, message, remedy });
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Reads "at-once", "daily 7" or "weekly mon 8". @throws InputError */
function readRhythm(text: string): Rhythm {
  const [kind, ...rest] = text.trim().toLowerCase().split(/\s+/);
  const hour = Number(rest.at(-1));
  const isHour = Number.isInteger(hour) && hour >= 0 && hour <= 23;
  if (kind === 'at-once' && rest.length === 0) return { kind };
  if (kind === 'daily' && rest.length === 1 && isHour) return { kind, hour };
  const weekday = WEEKDAYS.indexOf(rest[0] ?? '') + 1;
  if (kind === 'weekly' && rest.length === 2 && isHour && weekday > 0) return { kind, weekday, hour };
  throw refused('--rhythm', `“${text}” is no rhythm.`, 'Write at-once, “daily 7” or “weekly mon 8”.');
}

/**
 * Stores a pending subscription with its estimate, and queues the mail that asks the owner of the address to confirm it.
 * @param now ISO instant
 * @throws InputError naming what does not fit
 */
export async function addSubscription(
  store: Store,
  wish: Wish,
  { reference, register, mailDomain }: { readonly reference: ReferenceData; readonly register: RegisterInput; readonly mailDomain: string },
  now: string,
): Promise<Subscription> {
  const { organisations } = register;
  for (const field of [...wish.fields, ...wish.never, ...wish.must]) {
    if (!reference.taxonomy.byId.get(field)?.parent) throw refused('--field', `There is no field ${field}.`, 'asf-match fields lists them.');
  }
  for (const place of wish.area) {
    if (municipalitiesIn(place, reference.municipalities).length === 0 && !nutsCodeSchema.safeParse(place).success) {
      throw refused('--area', `There is no municipality ${place}.`, 'Write its name, or a NUTS code such as SE110.');
    }
  }
  const organisation =
    wish.organisation && organisations.find((o) => o.id === wish.organisation || o.orgNumber === wish.organisation || o.name === wish.organisation);
  if (wish.organisation && !organisation)
    throw refused('--organisation', `There is no organisation ${wish.organisation}.`, 'Give its number, id or name as in the register.');
  const parsed = subscriptionSchema.safeParse({
    ...{
      id: randomBytes(12).toString('base64url'),
      recipient: 'new',
      role: wish.role,
      status: 'pending',
      fields: wish.fields,
      area: wish.area,
      what: wish.what,
    },
    ...{ threshold: wish.threshold ?? ALERT_PROBABILITY, rhythm: readRhythm(wish.rhythm), never: wish.never, must: wish.must, created: now },
    ...{ feed: randomBytes(32).toString('base64url'), ...(organisation && { organisation: organisation.id }) },
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refused(issue?.path.join('.') ?? 'subscription', `It does not fit: ${issue?.message}.`, 'See asf-match subscribe --help.');
  }
  const recipient = await store.recipients.ofAddress(wish.address).catch(() => {
    throw refused('address', `“${wish.address}” is no e-mail address.`, 'Write it as name@example.se.');
  });
  const bare: Subscription = { ...parsed.data, recipient: recipient.id };
  const weekly = await weeklyEstimate(store, bare, { reference, organisations }, now);
  const subscription: Subscription = { ...bare, ...(weekly !== undefined && { weekly }) };
  await store.subscriptions.add(subscription);
  await store.outbox.queueConfirmation(subscription, { recipient: recipient.id, due: now, mailDomain });
  return subscription;
}
