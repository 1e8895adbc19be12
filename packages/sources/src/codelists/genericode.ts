import { readXml } from '../xml/read-xml.ts';
import { all, attribute, descendants, text } from '../xml/walk.ts';

/** A code with its labels, as a list of the Publications Office has them. */
export interface LabelledCode {
  readonly code: string | undefined;
  readonly sv: string | undefined;
  readonly en: string | undefined;
}

const CODE = /^code$/i;
const SWEDISH = /^(swe|sv)(_|$)/i;
const ENGLISH = /^(eng|en)(_|$)/i;

/**
 * The rows of a code list in OASIS Genericode 1.0: each value names its column. The code is in the column `code`, Swedish
 * and English labels are in columns whose id begins with `swe`/`sv` and `eng`/`en`. The other languages, nine tenths of the
 * publisher’s files, are dropped while reading.
 * @throws InputError `xml.*`
 */
export function readGenericode(bytes: Uint8Array, file: string): LabelledCode[] {
  const skipWhen = (name: string, { ColumnRef = '' }: Readonly<Record<string, string>>): boolean =>
    name === 'Value' && ![CODE, SWEDISH, ENGLISH].some((wanted) => wanted.test(ColumnRef));
  return descendants(readXml(bytes, file, { skipWhen, skip: new Set(['Identification', 'ColumnSet']) }), 'Row').map((row) => {
    const values = all(row, 'Value');
    const inColumn = (wanted: RegExp): string | undefined => {
      const value = values.find((v) => wanted.test(attribute(v, 'ColumnRef') ?? ''));
      return text(value && all(value, 'SimpleValue')[0]);
    };
    return { code: inColumn(CODE), sv: inColumn(SWEDISH), en: inColumn(ENGLISH) };
  });
}
