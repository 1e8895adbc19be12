import { parseTsv } from '@asf-match/domain';
import { z } from 'zod';

export const watchedPageSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  funder: z.string().min(1),
  /** `page` is about one call, `list` has a call below each heading. */
  kind: z.enum(['page', 'list']),
  url: z.url({ protocol: /^https?$/ }),
});
/** A page of a funder that has no machine-readable source. */
export type WatchedPage = Readonly<z.infer<typeof watchedPageSchema>>;

/** Reads `data/watched-pages.tsv`: id, funder, kind, url. @throws Error naming the line */
export function parseWatchedPages(tsv: string): WatchedPage[] {
  const pages = parseTsv(tsv, watchedPageSchema);
  const twice = pages.find((page, i) => pages.findIndex((p) => p.id === page.id) !== i);
  if (twice) throw new Error(`the page ${twice.id} is listed twice`);
  return pages;
}

/** The row travels with the document in the fragment of its address, which is never sent to the site. */
export const originOf = ({ url, id, funder, kind }: WatchedPage): string => {
  const origin = new URL(url);
  origin.hash = new URLSearchParams({ id, funder, kind }).toString();
  return origin.href;
};

/** The other way. @throws Error when the address holds no row */
export function pageOf(origin: string): WatchedPage {
  const url = new URL(origin);
  const row = Object.fromEntries(new URLSearchParams(url.hash.slice(1)));
  url.hash = '';
  return watchedPageSchema.parse({ ...row, url: url.href });
}
