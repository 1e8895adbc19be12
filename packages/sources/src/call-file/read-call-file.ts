import { draftText } from '../draft/draft-text.ts';
import { htmlText } from '../html/html-text.ts';
import { decodeText } from '../table/decode.ts';

const HTML = /^\s*(?:<!doctype html|<html|<\?xml|<!--|<(?:head|body|main|article|section|div|h[1-6]|p|ul|table|meta)[\s>])/i;
const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i;

/**
 * The text of one call: HTML from its main heading, else plain text, Markdown, DOCX or PDF.
 * @throws InputError `draft.no-text`, `draft.unreadable`, `draft.type`, `draft.too-large`
 */
export async function readCallFile(bytes: Uint8Array, file: string): Promise<string> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2000)).replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  if (!HTML.test(start)) return (await draftText(bytes, file)).text;
  const text = htmlText(decodeHtml(bytes, start), 'h1');
  return (await draftText(new TextEncoder().encode(text), file)).text;
}

/** By the page's own word for it, when there is one that can be used. */
function decodeHtml(bytes: Uint8Array, start: string): string {
  const named = CHARSET.exec(start)?.[1];
  if (named && !/^utf-?8$/i.test(named)) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // An unknown name is no better than none.
    }
  }
  return decodeText(bytes).text;
}
