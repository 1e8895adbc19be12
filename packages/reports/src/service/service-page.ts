import { html } from 'hono/html';
import { type Html, page } from '../page.ts';

/** What every page of the service needs to know of its surroundings. */
export interface ServiceFrame {
  /** ISO date. */
  readonly today: string;
  readonly version: string;
}

/** A page of the service: forms are sent back to where it came from; nothing is fetched or run. */
export const servicePage = (title: string, main: readonly Html[], { today, version }: ServiceFrame): string =>
  page({ title, kind: 'Bevakning av köp och stöd', main, madeOn: today, version, example: false, forms: true });

/** A page that only says something: what was done, or why nothing was. */
export const messagePage = (title: string, sentences: readonly string[], frame: ServiceFrame): string =>
  servicePage(title, [html`${sentences.map((s) => html`<p>${s}</p>`)}`], frame);
