import { draftText } from '../draft/draft-text.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { htmlText } from '../html/html-text.ts';

const HTML = /^\s*(?:<!doctype html|<html|<\?xml|<!--|<(?:head|body|main|article|section|div|h[1-6]|p|ul|table|meta)[\s>])/i;

/**
 * The text of one call: HTML from its main heading, else plain text, Markdown, DOCX or PDF.
 * @throws InputError `draft.no-text`, `draft.unreadable`, `draft.type`, `draft.too-large`
 */
export async function readCallFile(bytes: Uint8Array, file: string): Promise<string> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2000)).replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  // Runs of blanks say nothing, and patterns are slow on them.
  if (!HTML.test(start)) return (await draftText(bytes, file)).text.replace(/[^\S\n]{3,}/gu, '  ');
  const text = htmlText(decodeHtml(bytes), 'h1');
  return (await draftText(new TextEncoder().encode(text), file)).text;
}
