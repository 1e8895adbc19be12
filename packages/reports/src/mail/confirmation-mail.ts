import { html } from 'hono/html';
import { type Mail, mailHtml } from './mail.ts';
import { oneLine } from './words.ts';

/** What somebody is asked to confirm. */
export interface Confirmation {
  readonly profile: string;
  /** What is watched, as short Swedish lines: "Fält: Lokalvård". */
  readonly lines: readonly string[];
  /** Items a week in the recent past, when it was counted. */
  readonly weekly?: number;
  readonly link: string;
  readonly days: number;
}

/** "Ungefär 3 i veckan", as it was in the recent past. */
export function weeklyInSwedish(weekly: number): string {
  if (weekly < 0.25) return 'Det blir nog mindre än en sak i månaden.';
  if (weekly < 1) return 'Det blir nog ungefär en till tre saker i månaden.';
  return `Det blir nog ungefär ${Math.round(weekly)} i veckan.`;
}

/** The mail that asks for consent. Nothing is sent before its page's button is pressed. */
export function confirmationMail({ profile, lines, weekly, link, days }: Confirmation): Mail {
  const asked = `Någon har bett om brev till er om köp och stöd som kan passa ${oneLine(profile, 120)}.`;
  const count = weekly === undefined ? '' : weeklyInSwedish(weekly);
  const how = `Öppna länken och tryck på knappen. Länken gäller i ${days} dagar.`;
  const otherwise = 'Vill ni inte ha brev? Då gör ni inget alls.';
  const said = lines.map((line) => oneLine(line, 300));
  return {
    subject: 'Vill ni ha brev från oss? Svara ja här',
    text: `Hej!\n\n${asked}\n\n${said.map((line) => `- ${line}`).join('\n')}\n\n${count}\n\n${how}\n\n${link}\n\n${otherwise}\n`,
    html: mailHtml('Vill ni ha brev från oss?', [
      html`<h1>Vill ni ha brev från oss?</h1><p>${asked}</p><ul>${said.map((line) => html`<li>${line}</li>`)}</ul><p>${count}</p>
<p><a class="button" href="${link}">Läs och svara ja</a></p><p>${how}</p><p>${otherwise}</p>`,
    ]),
  };
}
