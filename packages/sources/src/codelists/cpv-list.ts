import { type CpvLabel, InputError, parseTsv, readCpvCode } from '@asf-match/domain';
import { z } from 'zod';
import { decodeText } from '../table/decode.ts';
import { readXml } from '../xml/read-xml.ts';
import { all, attribute, descendants, text } from '../xml/walk.ts';

const rowSchema = z.object({ code: z.string(), label_sv: z.string(), label_en: z.string().optional() });

/**
 * The official CPV labels (Regulation (EC) No 213/2008), from either of
 * - a table with tabs and the header `code label_sv label_en`, codes with or without check digit;
 * - the publisher's `cpv.gc` (OASIS Genericode 1.0): rows of values, each naming its column; the code is in the column
 *   `code`, Swedish and English labels in columns whose id begins with `swe`/`sv` and `eng`/`en`.
 * @throws InputError `codelist.malformed` naming the line, `codelist.not-cpv`, `xml.*`
 */
export function readCpvList(bytes: Uint8Array, file: string): CpvLabel[] {
  const head = decodeText(bytes.subarray(0, 4096)).text.trimStart();
  const labels = head.startsWith('<') ? fromGenericode(bytes, file) : fromTable(bytes, file);
  if (labels.length > 0) return labels;
  throw new InputError({
    ...{ key: 'codelist.not-cpv', file, message: 'The file holds no CPV codes with Swedish labels.' },
    remedy: 'Give the table with the columns code, label_sv and label_en, or the publisher’s cpv.gc.',
  });
}

function fromTable(bytes: Uint8Array, file: string): CpvLabel[] {
  try {
    return parseTsv(decodeText(bytes).text, rowSchema).flatMap(({ code, label_sv, label_en }) => labelOf(code, label_sv, label_en));
  } catch (error) {
    throw new InputError({
      key: 'codelist.malformed',
      file,
      message: `${(error as Error).message}.`,
      remedy: 'Use tabs and the columns code, label_sv and label_en.',
    });
  }
}

function fromGenericode(bytes: Uint8Array, file: string): CpvLabel[] {
  const document = readXml(bytes, file);
  return descendants(document, 'Row').flatMap((row) => {
    const values = new Map(all(row, 'Value').map((value) => [attribute(value, 'ColumnRef')?.toLowerCase() ?? '', text(all(value, 'SimpleValue')[0])]));
    const inLanguage = (...starts: readonly string[]) =>
      [...values].find(([column]) => starts.some((start) => column === start || column.startsWith(`${start}_`)))?.[1];
    return labelOf(values.get('code'), inLanguage('swe', 'sv'), inLanguage('eng', 'en'));
  });
}

function labelOf(text: string | undefined, sv: string | undefined, en: string | undefined): CpvLabel[] {
  const code = readCpvCode(text ?? '');
  return code && sv ? [{ code, sv, ...(en && { en }) }] : [];
}
