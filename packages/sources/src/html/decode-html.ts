import { decodeText } from '../table/decode.ts';

const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i;

/** Bytes of a page as text: by the page’s own word for its encoding when it can be used, else as any text file. */
export function decodeHtml(bytes: Uint8Array): string {
  const named = CHARSET.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 2000)))?.[1];
  if (named && !/^utf-?8$/i.test(named)) {
    try {
      return new TextDecoder(named).decode(bytes);
    } catch {
      // An unknown name is no better than none.
    }
  }
  return decodeText(bytes).text;
}
