import { InputError } from '@asf-match/domain';
import { decodeText } from '../table/decode.ts';
import { checkZip, isOldOffice, isZip } from '../table/zip.ts';

const MAX_BYTES = 64 * 1024 * 1024;

/** The text of a draft, and what is needed to say where in the document something stands. */
export interface Draft {
  /** Lines end in `\n`. Headings, items and rows of a DOCX are marked as in Markdown; a PDF has blank lines between its paragraphs. */
  readonly text: string;
  readonly format: 'text' | 'docx' | 'pdf';
  /** Where each page of a PDF begins; empty for the others. */
  readonly pageStarts: readonly number[];
}

/**
 * The text of a draft: DOCX, PDF, or plain text and Markdown. What the file holds decides, not its name.
 * @throws InputError `draft.no-text` (an empty document, or pictures of text), `draft.unreadable`, `draft.type`, `draft.too-large`
 */
export async function draftText(bytes: Uint8Array, file: string): Promise<Draft> {
  if (bytes.length > MAX_BYTES) throw refuse('draft.too-large', 'The file is larger than 64 MiB.', 'Give the draft alone.');
  const draft = await read();
  if (draft.text.trim()) return draft;
  throw refuse('draft.no-text', 'The document has no text.', 'If it holds pictures of text, save the original as DOCX or PDF with text.');

  async function read(): Promise<Draft> {
    if (isZip(bytes)) {
      checkZip(bytes, file);
      const { docxText } = await import('./docx-text.ts');
      return { text: await docxText(bytes, file), format: 'docx', pageStarts: [] };
    }
    if (isOldOffice(bytes)) throw refuse('draft.type', 'Older Word files (.doc) are not read.', 'Save it as DOCX or PDF.');
    if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-') {
      const { pdfText } = await import('./pdf-text.ts');
      return { ...(await pdfText(bytes, file)), format: 'pdf' };
    }
    const { text } = decodeText(bytes);
    if (text.includes('\0')) throw refuse('draft.type', 'This is no text, DOCX or PDF file.', 'Save the draft as one of them.');
    return { text: text.replace(/\r\n?/g, '\n'), format: 'text', pageStarts: [] };
  }

  function refuse(key: string, message: string, remedy: string): InputError {
    return new InputError({ key, file, message, remedy });
  }
}
