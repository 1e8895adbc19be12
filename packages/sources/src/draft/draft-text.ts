import { InputError } from '@asf-match/domain';
import { decodeText } from '../table/decode.ts';
import { checkZip, isOldOffice, isZip } from '../table/zip.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The text of a draft: DOCX, PDF, or plain text and Markdown. What the file holds decides, not its name.
 * @throws InputError `draft.no-text` (an empty document, or pictures of text), `draft.unreadable`, `draft.type`, `draft.too-large`
 */
export async function draftText(bytes: Uint8Array, file: string): Promise<string> {
  if (bytes.length > MAX_BYTES) throw refuse('draft.too-large', 'The file is larger than 64 MiB.', 'Give the draft alone.');
  const text = (await read()).replace(/\r\n?/g, '\n').trim();
  if (text) return text;
  throw refuse('draft.no-text', 'The document has no text.', 'If it holds pictures of text, save the original as DOCX or PDF with text.');

  async function read(): Promise<string> {
    if (isZip(bytes)) return docx(bytes, file);
    if (isOldOffice(bytes)) throw refuse('draft.type', 'Older Word files (.doc) are not read.', 'Save it as DOCX or PDF.');
    if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-') return pdf(bytes, file);
    const { text: plain } = decodeText(bytes);
    if (plain.includes('\0')) throw refuse('draft.type', 'This is no text, DOCX or PDF file.', 'Save the draft as one of them.');
    return plain;
  }

  function refuse(key: string, message: string, remedy: string): InputError {
    return new InputError({ key, file, message, remedy });
  }
}

async function docx(bytes: Uint8Array, file: string): Promise<string> {
  checkZip(bytes, file);
  const { default: mammoth } = await import('mammoth');
  try {
    return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  } catch {
    throw new InputError({
      key: 'draft.unreadable',
      file,
      message: 'The file is a ZIP archive but no DOCX document.',
      remedy: 'Open it in a word processor and save it as DOCX or PDF.',
    });
  }
}

async function pdf(bytes: Uint8Array, file: string): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  try {
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    return text;
  } catch {
    throw new InputError({ key: 'draft.unreadable', file, message: 'The PDF is damaged or protected.', remedy: 'Save it again without protection.' });
  }
}
