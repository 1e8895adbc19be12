import { html, raw } from 'hono/html';
import type { Html } from '../page.ts';

/** A mail as nodemailer takes it. The subject is one line. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** One style sheet for all mails: no pictures, nothing fetched; contrasts of at least 4.5:1. What a mail reader ignores is missed by nobody. */
const STYLE = `
body { margin: 0; padding: 0; background: #f3f6f8; color: #1c2430; font: 17px/1.5 "Segoe UI", Arial, Helvetica, sans-serif; }
.sheet { max-width: 600px; margin: 0 auto; padding: 20px; background: #fff; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; }
h2 { font-size: 19px; line-height: 1.3; margin: 0 0 6px; overflow-wrap: anywhere; }
p { margin: 8px 0; overflow-wrap: anywhere; }
ul { margin: 4px 0; padding-left: 22px; }
a { color: #0b4a7a; }
.item { border-top: 3px solid #0b4a7a; margin: 24px 0; padding-top: 12px; }
.meta, .name { color: #4a5666; font-size: 15px; }
.meta { margin: 0; }
td { padding: 2px 12px 2px 0; vertical-align: top; overflow-wrap: anywhere; }
.button { display: inline-block; background: #0b4a7a; color: #fff; padding: 8px 14px; border-radius: 4px; text-decoration: none; }
`;

export const mailHtml = (title: string, parts: readonly Html[]): string =>
  String(html`<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(STYLE)}</style></head>
<body><div class="sheet" role="main">${parts}</div></body></html>
`);
