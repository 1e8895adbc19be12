import { withoutContacts } from '../contacts/without-contacts.ts';
import { htmlText } from '../html/html-text.ts';

/** Lines that name a person to turn to. */
const PERSON = /^(?:-\s*)?(?:kontaktperson(?:er)?|kontakt|handläggare|utlysningsansvarig|frågor besvaras av|contact(?: person)?s?)\s*:.*$/gimu;

/** HTML, or text, as the text of a call: without markup, e-mail addresses, telephone numbers and lines that name a person. */
export const callTextOf = (html: string | null | undefined, from: 'start' | 'h1' = 'start'): string =>
  html ? withoutContacts(htmlText(html, from).replace(PERSON, '')).text.trim() : '';

/** A title: one line without markup. */
export const titleOf = (html: string): string => htmlText(html).replace(/^#\s+/, '').replace(/\s+/gu, ' ').trim();
