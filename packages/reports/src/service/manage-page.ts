import type { Field, Rhythm, Subscription, Watched } from '@asf-match/domain';
import { html } from 'hono/html';
import { type Html, list } from '../page.ts';
import { clipped, dayInSwedish } from '../text.ts';
import { type ServiceFrame, servicePage } from './service-page.ts';

/** One subscription as its owner may change it. */
export interface ManagedSubscription {
  readonly subscription: Subscription;
  readonly profile: string;
  readonly lines: readonly string[];
  readonly feed: string;
  readonly calendar: string;
}

export interface ManagePage {
  readonly subscriptions: readonly ManagedSubscription[];
  readonly fields: readonly Pick<Field, 'id' | 'labelSv'>[];
  readonly watched: Readonly<Record<Watched, string>>;
  readonly weekdays: readonly string[];
  /** ISO date, when mail is paused. */
  readonly pausedUntil?: string;
  /** What was just done, or what was wrong with it. */
  readonly notice?: string;
}

const THRESHOLDS = [
  [0.8, 'Bara det som passar bäst'],
  [0.5, 'Lagom'],
  [0.25, 'Hellre för mycket än för lite'],
] as const;
const PAUSES = [
  [7, 'En vecka'],
  [30, 'En månad'],
  [90, 'Tre månader'],
] as const;

/** Everything that the owner of an address may change. Forms name the action in `gor` and the subscription in `id`. */
export function managePage(view: ManagePage, frame: ServiceFrame): string {
  const { pausedUntil, subscriptions } = view;
  return servicePage(
    'Era brev',
    [
      ...(view.notice ? [html`<p class="note" role="status">${view.notice}</p>`] : []),
      ...(subscriptions.length === 0 ? [html`<p>Inga brev skickas till er adress.</p>`] : []),
      ...subscriptions.map((managed) => subscriptionForm(managed, view)),
      ...(subscriptions.length === 0
        ? []
        : [
            html`<h2>Pausa</h2>
${
  pausedUntil
    ? html`<p>Breven är pausade till och med ${dayInSwedish(pausedUntil)}. Det som kommer under tiden får ni efteråt.</p>
<form method="post"><input type="hidden" name="gor" value="fortsatt"><button type="submit">Börja skicka igen</button></form>`
    : html`<form method="post"><input type="hidden" name="gor" value="pausa"><p>Hur länge? Det som kommer under tiden får ni efteråt.</p><p>${PAUSES.map(([days, text]) => html`<button class="quiet" type="submit" name="dagar" value="${String(days)}">${text}</button>`)}</p></form>`
}`,
          ]),
    ],
    frame,
  );
}

function subscriptionForm({ subscription, profile, lines, feed, calendar }: ManagedSubscription, view: ManagePage): Html {
  const { id, what, role, rhythm, area, never, must, threshold, organisation, fields } = subscription;
  const kinds = Object.entries(view.watched).filter(([kind]) => role !== 'asf' || kind !== 'needs');
  const nearest = THRESHOLDS.reduce((best, option) => (Math.abs(option[0] - threshold) < Math.abs(best[0] - threshold) ? option : best));
  return html`<section aria-labelledby="b-${id}"><h2 id="b-${id}">${clipped(profile, 200)}</h2>${list(lines.map((line) => clipped(line, 300)))}
<p><a href="${feed}">Flöde för läsare</a> · <a href="${calendar}">Kalender med sista dagar</a></p>
<details><summary>Ändra ${clipped(profile, 80)}</summary><form method="post"><input type="hidden" name="gor" value="andra"><input type="hidden" name="id" value="${id}">
<fieldset><legend>Vad vill ni få?</legend>${kinds.map(([kind, text]) => choice('vad', kind, text, what.includes(kind as Watched)))}</fieldset>
${rhythmFields(id, rhythm, view.weekdays)}
<fieldset><legend>Hur mycket?</legend>${THRESHOLDS.map((option) => choice('niva', String(option[0]), option[1], option === nearest, 'radio'))}</fieldset>
<label class="above" for="omrade-${id}">Kommuner, med komma mellan (tomt är hela landet)</label><input type="text" id="omrade-${id}" name="omrade" maxlength="500" value="${area.join(', ')}">
${organisation ? '' : fieldList('falt', 'Fält', 'Vad ni arbetar med', fields, view.fields)}
${fieldList('alltid', 'Alltid', 'Skicka alltid det här, vad ni än svarat förut', must, view.fields)}
${fieldList('aldrig', 'Aldrig', 'Skicka aldrig det här', never, view.fields)}
<p><button type="submit">Spara</button></p></form></details>
<form method="post"><input type="hidden" name="gor" value="sluta"><input type="hidden" name="id" value="${id}"><button class="quiet" type="submit">Sluta med ${clipped(profile, 80)}</button></form></section>`;
}

const choice = (name: string, value: string, text: string, on: boolean, type: 'checkbox' | 'radio' = 'checkbox'): Html =>
  html`<label><input type="${type}" name="${name}" value="${value}"${on ? ' checked' : ''}>${text}</label>`;

function rhythmFields(id: string, rhythm: Rhythm, weekdays: readonly string[]): Html {
  const option = (value: string, text: string, on: boolean): Html => html`<option value="${value}"${on ? ' selected' : ''}>${text}</option>`;
  const hour = rhythm.kind === 'at-once' ? 7 : rhythm.hour;
  const day = rhythm.kind === 'weekly' ? rhythm.weekday : 1;
  return html`<fieldset><legend>När?</legend><p class="meta">Aldrig på helgdagar.</p>
<label class="above" for="takt-${id}">Hur ofta</label><select id="takt-${id}" name="takt">${option('at-once', 'Direkt', rhythm.kind === 'at-once')}${option('daily', 'En gång om dagen', rhythm.kind === 'daily')}${option('weekly', 'En gång i veckan', rhythm.kind === 'weekly')}</select>
<label class="above" for="dag-${id}">Veckodag (för en gång i veckan)</label><select id="dag-${id}" name="dag">${weekdays.map((name, index) => option(String(index + 1), name, index + 1 === day))}</select>
<label class="above" for="tid-${id}">Klockan</label><select id="tid-${id}" name="tid">${Array.from({ length: 24 }, (_, h) => option(String(h), `${String(h).padStart(2, '0')}.00`, h === hour))}</select></fieldset>`;
}

function fieldList(name: string, title: string, legend: string, chosen: readonly string[], fields: ManagePage['fields']): Html {
  return html`<details><summary>${title}: ${chosen.length > 0 ? `${chosen.length} valda` : 'inget valt'}</summary><fieldset><legend>${legend}</legend>${fields.map((f) => choice(name, f.id, f.labelSv, chosen.includes(f.id)))}</fieldset></details>`;
}
