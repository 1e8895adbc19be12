import { InputError } from '@asf-match/domain';

const UNWANTED = /^[\s\u00a0]+$/;

/**
 * The paragraphs of a DOCX, a blank line between them: headings with #, items with -, cells of a row with bars between.
 * @throws InputError `draft.unreadable`
 */
export async function docxText(bytes: Uint8Array, file: string): Promise<string> {
  const html = await asHtml(bytes, file);
  const { load } = await import('cheerio');
  const $ = load(html);
  const words = (element: Parameters<typeof $>[0]): string => $(element).text().replace(/\s+/g, ' ').trim();
  const lines: string[] = [];
  $('h1, h2, h3, h4, h5, h6, p, li, tr').each((_, element) => {
    const name = element.tagName.toLowerCase();
    if (name !== 'tr' && $(element).closest('table').length > 0) return;
    if (name === 'p' && $(element).closest('li').length > 0) return;
    if (name === 'tr') lines.push($(element).children('td, th').toArray().map(words).filter(Boolean).join(' | '));
    else if (name === 'li') lines.push(`- ${$(element).clone().children('ul, ol').remove().end().text().replace(/\s+/g, ' ').trim()}`);
    else lines.push(name === 'p' ? words(element) : `# ${words(element)}`);
  });
  return lines.filter((line) => line && !UNWANTED.test(line.replace(/^[-#|]/, ''))).join('\n\n');
}

async function asHtml(bytes: Uint8Array, file: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const ignored = mammoth.images.imgElement(async () => ({ src: '' }));
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: ignored })).value;
  } catch {
    throw new InputError({
      key: 'draft.unreadable',
      file,
      message: 'The file is a ZIP archive but no DOCX document.',
      remedy: 'Open it in a word processor and save it as DOCX or PDF.',
    });
  }
}
