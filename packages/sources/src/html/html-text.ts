import { Parser } from 'htmlparser2';

/** Elements that are not part of what a page says. */
const SKIPPED = new Set(['script', 'style', 'noscript', 'template', 'svg', 'nav', 'footer', 'head', 'iframe', 'object', 'select', 'button', 'dialog']);
const BLOCKS = new Set(
  'address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure form header hr html legend main ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
/** Cells of a row that begin with its name are written as "name: value". */
const NAMES = new Set(['th', 'dt']);

/**
 * The text of an HTML page or fragment, one block a line: headings begin with as many # as their level, list items with -, a named cell or term
 * is followed by a colon and its value. Entities are resolved; nothing of it is HTML any more.
 * @param from `h1` leaves out what stands before the first main heading: menus and warning banners.
 */
export function htmlText(html: string, from: 'start' | 'h1' = 'start'): string {
  const parts: string[] = [];
  let skipping = 0;
  let hasHeading = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (skipping > 0 || SKIPPED.has(name) || attributes['aria-hidden'] === 'true' || 'hidden' in attributes) {
          if (!VOID.has(name)) skipping++;
          return;
        }
        if (name === 'h1' && from === 'h1' && !hasHeading) {
          parts.length = 0;
          hasHeading = true;
        }
        if (/^h[1-6]$/.test(name)) parts.push(`\n\n${'#'.repeat(Number(name[1]))} `);
        else if (name === 'li') parts.push('\n- ');
        else if (name === 'dd' || name === 'td') parts.push(' ');
        else if (NAMES.has(name) || BLOCKS.has(name)) parts.push('\n');
        if (name === 'p' || name === 'table' || name === 'section') parts.push('\n');
      },
      ontext(text) {
        if (skipping === 0) parts.push(text.replace(/\s+/gu, ' '));
      },
      onclosetag(name) {
        if (skipping > 0) {
          if (!VOID.has(name)) skipping--;
          return;
        }
        if (NAMES.has(name)) parts.push(':');
        else if (!VOID.has(name) && (/^h[1-6]$/.test(name) || BLOCKS.has(name))) parts.push('\n');
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.end(html);
  return tidy(parts.join(''));
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

const tidy = (text: string): string =>
  text
    .replace(/\u00ad/gu, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/[ \t\u00a0]+/gu, ' ')
        .replace(/\s*:{2,}\s*/gu, ': ')
        .replace(/\?:\s*$/u, '?')
        .trim(),
    )
    .filter((line, i, lines) => line !== '-' && !/^#+$/.test(line) && (line || lines[i - 1]))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
