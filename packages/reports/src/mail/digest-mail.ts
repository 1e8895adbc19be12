import { isChange } from '@asf-match/domain';
import type { ToldItem } from '@asf-match/market';
import { html, raw } from 'hono/html';
import type { Html } from '../page.ts';
import { webAddress } from '../text.ts';
import { type Mail, mailHtml } from './mail.ts';
import { factsOf, NEWS_IN_SWEDISH, oneLine, whyOf } from './words.ts';

/** An item with the page on which its reader can answer it. */
export interface MailItem extends ToldItem {
  readonly answer: string;
}

/** Everything a digest says. Addresses are the service's own. */
export interface MailDigest {
  /** Whom the profile is of: an organisation's name, or what is watched. */
  readonly profile: string;
  readonly items: readonly MailItem[];
  /** Names of sources that did not answer last time; empty when all did. */
  readonly silent: readonly string[];
  readonly links: { readonly manage: string; readonly stop: string; readonly feed: string; readonly calendar: string };
  /** True when the reader is no ASF and need not be told that this invites nobody. */
  readonly internal: boolean;
}

/** Items told in full; further ones are told by title. */
export const IN_FULL = 20;

const NO_INVITATION = 'Detta är ingen inbjudan att lämna anbud. Alla har rätt till samma fakta. Det är köparens annons som gäller.';

/** One recipient's digest. */
export function digestMail(digest: MailDigest): Mail {
  return { subject: subjectOf(digest.items), text: digestText(digest), html: digestHtml(digest) };
}

function subjectOf(items: readonly MailItem[]): string {
  const [first] = items;
  if (items.length === 1 && first) return `${NEWS_IN_SWEDISH[first.kind]}: ${oneLine(first.title, 90)}`;
  const changes = items.filter((i) => isChange(i.kind)).length;
  const fresh = items.length - changes;
  const parts = [fresh > 0 ? (fresh === 1 ? '1 ny sak' : `${fresh} nya`) : '', changes > 0 ? (changes === 1 ? '1 ändring' : `${changes} ändringar`) : ''];
  return `Bevakning: ${parts.filter(Boolean).join(' och ')}`;
}

const health = (silent: readonly string[]): string =>
  silent.length === 0 ? 'Alla källor svarade.' : `Vi fick inget svar från ${silent.map((s) => oneLine(s, 80)).join(' och ')}. Då kan något saknas i dag.`;

function digestText({ profile, items, silent, links, internal }: MailDigest): string {
  const full = items.slice(0, IN_FULL).map(itemText);
  const more = items.slice(IN_FULL).map((i) => `- ${oneLine(i.title, 120)}: ${i.answer}`);
  return [
    `Hej!\n\nDetta är nytt för ${oneLine(profile, 120)}.${internal ? '' : `\n\n${NO_INVITATION}`}`,
    ...full,
    ...(more.length > 0 ? [`Mer i dag:\n${more.join('\n')}`] : []),
    `Om brevet\n\n${health(silent)}`,
    `Ändra eller pausa: ${links.manage}\nSluta få brev: ${links.stop}\nKalender: ${links.calendar}\nFlöde: ${links.feed}`,
    'Dela inte brevet. Den som har länkarna kan ändra er bevakning.',
  ].join('\n\n');
}

function itemText(item: MailItem, index: number): string {
  const address = webAddress(item.url);
  const why = whyOf(item.why);
  return [
    `${index + 1}. ${NEWS_IN_SWEDISH[item.kind]}: ${oneLine(item.title, 200)}`,
    ...(item.description && !isChange(item.kind) ? [oneLine(item.description, 300)] : []),
    ...factsOf(item).map(([name, value]) => `- ${name}: ${value}`),
    ...(why.length > 0 ? ['Därför får ni den:', ...why.map((w) => `- ${w}`)] : []),
    ...(item.hurdles.length > 0 ? ['Det här kan vara svårt:', ...item.hurdles.map((h) => `- ${h}`)] : []),
    address ? `Läs hos köparen: ${address}` : 'Den finns inte på nätet.',
    `Passar den? Svara här: ${item.answer}`,
  ].join('\n');
}

function digestHtml({ profile, items, silent, links, internal }: MailDigest): string {
  const more = items.slice(IN_FULL);
  return mailHtml(subjectOf(items), [
    html`<h1>Nytt för ${oneLine(profile, 120)}</h1>${internal ? '' : html`<p><strong>Detta är ingen inbjudan att lämna anbud.</strong>${NO_INVITATION.slice('Detta är ingen inbjudan att lämna anbud.'.length)}</p>`}`,
    ...items.slice(0, IN_FULL).map(itemHtml),
    ...(more.length > 0 ? [html`<h2>Mer i dag</h2><ul>${more.map((i) => html`<li><a href="${i.answer}">${oneLine(i.title, 120)}</a></li>`)}</ul>`] : []),
    html`<h2>Om brevet</h2><p>${health(silent)}</p>
<p><a href="${links.manage}">Ändra eller pausa</a> · <a href="${links.stop}">Sluta få brev</a> · <a href="${links.calendar}">Kalender</a> · <a href="${links.feed}">Flöde</a></p>
<p class="meta">Dela inte brevet. Den som har länkarna kan ändra er bevakning.</p>`,
  ]);
}

function itemHtml(item: MailItem): Html {
  const address = webAddress(item.url);
  const why = whyOf(item.why);
  return html`<div class="item"><p class="meta">${NEWS_IN_SWEDISH[item.kind]}</p><h2>${oneLine(item.title, 200)}</h2>
${item.description && !isChange(item.kind) ? html`<p>${oneLine(item.description, 300)}</p>` : ''}
<table role="presentation">${factsOf(item).map(([name, value]) => html`<tr><td class="name">${name}</td><td>${value}</td></tr>`)}</table>
${why.length > 0 ? html`<p><strong>Därför får ni den</strong></p><ul>${why.map((w) => html`<li>${w}</li>`)}</ul>` : ''}
${item.hurdles.length > 0 ? html`<p><strong>Det här kan vara svårt</strong></p><ul>${item.hurdles.map((h) => html`<li>${h}</li>`)}</ul>` : ''}
<p>${address ? html`<a class="button" href="${address}">Läs hos köparen</a>` : 'Den finns inte på nätet.'} ${raw('&nbsp;')} <a href="${`${item.answer}#svar`}">Intresserad</a> ${raw('&nbsp;')} <a href="${`${item.answer}#svar`}">Inte relevant</a></p></div>`;
}
