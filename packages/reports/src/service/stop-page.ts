import { html } from 'hono/html';
import { type ServiceFrame, servicePage } from './service-page.ts';

/** Opening it changes nothing; its button stops all mail to the address. */
export const stopPage = (frame: ServiceFrame): string =>
  servicePage(
    'Vill ni sluta få brev?',
    [html`<p>Tryck på knappen så slutar alla brev till er adress.</p><form method="post"><button type="submit">Ja, sluta skicka brev</button></form>`],
    frame,
  );
