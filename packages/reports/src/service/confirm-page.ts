import { html } from 'hono/html';
import { weeklyInSwedish } from '../mail/confirmation-mail.ts';
import { list } from '../page.ts';
import { clipped } from '../text.ts';
import { type ServiceFrame, servicePage } from './service-page.ts';

/** Shows what is asked for, and about how much it will be; only its button says yes. */
export function confirmPage(asked: { readonly lines: readonly string[]; readonly weekly?: number }, frame: ServiceFrame): string {
  return servicePage(
    'Vill ni ha brev från oss?',
    [
      html`<p>Det här har någon bett om till er adress:</p>${list(asked.lines.map((line) => clipped(line, 300)))}
${asked.weekly === undefined ? '' : html`<p>${weeklyInSwedish(asked.weekly)} Det är räknat på de senaste veckornas annonser.</p>`}
<p>Ni kan ändra, pausa eller sluta när ni vill. I varje brev finns länkar för det. Vi sparar er adress så länge ni vill ha brev.</p>
<form method="post"><button type="submit">Ja, skicka brev till oss</button></form>
<p>Vill ni inte? Då gör ni inget alls.</p>`,
    ],
    frame,
  );
}
