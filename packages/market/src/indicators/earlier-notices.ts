import type { FieldId, Notice, Taxonomy } from '@asf-match/domain';
import type { EarlierNotice } from '../report.ts';

/** A stored notice with the fields it was read as, most likely first. */
export interface ClassifiedNotice {
  readonly notice: Notice;
  readonly fields: readonly FieldId[];
  readonly example: boolean;
}

/** Cases shown in a report; with so few, they are cases and never a rate. */
const MOST = 8;

/**
 * Public purchases in the same fields that are stored here, results first, then the newest. How many tenders came and
 * who won is there only when a result notice says so.
 */
export function earlierNotices(fields: readonly FieldId[], stored: readonly ClassifiedNotice[], taxonomy: Taxonomy): EarlierNotice[] {
  const cases = stored.flatMap(({ notice, fields: read, example }) => {
    const field = read.find((f) => fields.includes(f));
    return field ? [{ notice, field, example }] : [];
  });
  cases.sort(
    (a, b) =>
      rank(b.notice) - rank(a.notice) ||
      (b.notice.published?.instant ?? '').localeCompare(a.notice.published?.instant ?? '') ||
      (a.notice.id < b.notice.id ? -1 : 1),
  );
  return cases.slice(0, MOST).map(({ notice, field, example }) => {
    const received = notice.results.flatMap((r) => r.tendersReceived ?? []);
    const [buyer] = notice.buyers;
    return {
      title: notice.title,
      ...(buyer && { buyer: buyer.name }),
      ...(notice.published && { published: notice.published }),
      ...(notice.url && { url: notice.url }),
      field: taxonomy.byId.get(field)?.labelSv ?? field,
      // Lots of one purchase often share their tenderers, so the counts of lots are not added up.
      ...(received.length > 0 && { tendersReceived: Math.max(...received) }),
      winners: [...new Set(notice.results.flatMap((r) => r.winners.map((w) => w.name)))],
      ...(notice.value && { value: notice.value }),
      example,
    };
  });
}

const rank = (notice: Notice): number => (notice.results.length > 0 ? 1 : 0);
