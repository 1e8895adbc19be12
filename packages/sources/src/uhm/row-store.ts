import { InputError } from '@asf-match/domain';
import { z } from 'zod';
import { columnName, exportOf } from './columns.ts';
import type { RawRow } from './read-uhm.ts';

/** RowStore gives at most 500 rows a page; a page larger than this is something else. */
const MAX_PAGE = 64 * 1024 ** 2;
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => (value === null ? '' : String(value)));
const pageSchema = z.object({ results: z.array(z.record(z.string(), cell)) });

/** The rows of one page of RowStore JSON, `{results: [{column: cell}]}`. @throws InputError `uhm.not-json`, `file.too-large` */
export async function* rowStoreRows(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<RawRow> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > MAX_PAGE)
      throw new InputError({ key: 'file.too-large', file, message: 'The page has more than 64 MiB.', remedy: 'Fetch fewer rows at a time.' });
    chunks.push(chunk);
  }
  for (const [index, result] of pageOf(Buffer.concat(chunks).toString('utf8'), file).entries()) {
    const cells = new Map(Object.entries(result).map(([name, value]) => [columnName(name), value]));
    yield { export: exportOf([...cells.keys()], file), cells, row: index + 1 };
  }
}

function pageOf(text: string, file: string): readonly Record<string, string>[] {
  try {
    return pageSchema.parse(JSON.parse(text.replace(/^\uFEFF/, ''))).results;
  } catch {
    throw new InputError({
      key: 'uhm.not-json',
      file,
      message: 'This is no page of RowStore: JSON with a list “results”.',
      remedy: 'Fetch it again, with /json in the address.',
    });
  }
}
