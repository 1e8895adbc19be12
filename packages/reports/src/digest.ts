import { momentInSwedish, moneyInSwedish } from '@asf-match/domain';
import type { AlertDigest, DigestAlert } from '@asf-match/market';
import { html } from 'hono/html';
import { evidence } from './evidence.ts';
import { facts, type Html, page } from './page.ts';
import { clipped, shown, webAddress } from './text.ts';
import { DEADLINE_FOR } from './words.ts';

/** An ASF's alerts as one HTML page. Only public notices are on it, and it links to nothing of the buyer's own. */
export function digestHtml(digest: AlertDigest): string {
  const { organisation, alerts } = digest;
  const fields = organisation.fields.map((f) => f.toLowerCase());
  return page({
    title: `Bevakning för ${organisation.name}`,
    kind: 'Offentliga annonser som kan passa',
    madeOn: digest.madeOn,
    version: digest.version,
    example: digest.example,
    main: [
      html`<p><strong>Detta är ingen inbjudan att lämna anbud.</strong> Sidan visar bara det som köparna har publicerat. Alla har rätt till samma uppgifter, och det är alltid den officiella annonsen som gäller.</p>
<p>${fields.length > 0 ? `Vi bevakar de här fälten åt er: ${fields.join('; ')}.` : 'Registret säger inte vad ni arbetar med, så vi kan inte bevaka något åt er ännu.'}</p>`,
      alerts.length > 0
        ? html`<h2>${alerts.length === 1 ? 'En annons' : `${alerts.length} annonser`}</h2>${alerts.map(alert)}`
        : html`<h2>Inga annonser just nu</h2><p>Ingen öppen annons hör tydligt ihop med det som registret säger att ni gör.</p>`,
    ],
  });
}

function alert(a: DigestAlert): Html {
  const address = webAddress(a.url);
  return html`<article class="entry"><h3>${clipped(a.title, 300)}</h3>
${a.example ? html`<p class="meta">Påhittat exempel, ingen riktig upphandling.</p>` : ''}
${a.description ? html`<p class="said">${clipped(a.description, 700)}</p>` : ''}
${facts([
  ['Köpare', a.buyer && clipped(a.buyer, 200)],
  ['Plats', a.places.length > 0 ? shown(a.places.join(', ')) : undefined],
  ['Värde utan moms', a.value && moneyInSwedish(a.value)],
  [
    a.deadline ? DEADLINE_FOR[a.deadline.for] : 'Sista dag',
    a.deadline ? momentInSwedish(a.deadline.at) : a.planned ? 'Ingen än: köparen planerar och frågar marknaden.' : 'Framgår inte av annonsen.',
  ],
  ['Reserverad', a.reserved ? 'Annonsen är märkt som reserverad. Kontrollera villkoren, märkningen kan vara fel.' : undefined],
])}
${a.lots.length > 0 ? html`<p>Går att lämna anbud på delar:</p><ul>${a.lots.map((lot) => html`<li>${clipped(lot.title, 200)}${lot.fits ? html` <span class="meta">(här finns orden som passar er)</span>` : ''}</li>`)}</ul>` : ''}
<p>Därför får ni den:</p>${evidence(a.why, 'i annonsen')}
${address ? html`<p><a href="${address}">Läs den officiella annonsen om ${clipped(a.title, 80)}</a></p>` : html`<p class="meta">Annonsen har ingen adress på webben.</p>`}</article>`;
}
