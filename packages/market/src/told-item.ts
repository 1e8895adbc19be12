import { type Call, type Deadline, type Match, type Money, type Need, type News, type Notice, placesInSwedish } from '@asf-match/domain';
import { type Evidence, evidenceOf } from './evidence.ts';
import { hurdlesOf } from './hurdles.ts';

/** One piece of news as a reader is told it, whether in a mail, a feed or on a page. */
export interface ToldItem {
  readonly kind: News['kind'];
  readonly about: string;
  readonly title: string;
  readonly description?: string;
  /** Who buys, or who funds. */
  readonly who?: string;
  readonly places: readonly string[];
  readonly value?: Money;
  readonly deadlines: readonly Deadline[];
  /** The last days that were told before. */
  readonly before?: readonly Deadline[];
  /** What the buyer says about a change. */
  readonly note?: string;
  /** Titles of the parts that can be tendered for on their own; empty when there is only one. */
  readonly lots: readonly string[];
  readonly reserved: boolean;
  readonly why: readonly Evidence[];
  readonly hurdles: readonly string[];
  readonly url?: string;
  readonly at: string;
}

/** What the news is about, as it is stored. */
export type ToldSubject = { readonly notice: Notice; readonly demands?: readonly string[] } | { readonly need: Need } | { readonly call: Call };

/**
 * @param match why it is told, when a profile led there; without it no evidence and no hurdle of its own is shown
 * @param now ISO instant
 */
export function toldItem(news: News, subject: ToldSubject, match: Match | undefined, labelOf: (field: string) => string, now: string): ToldItem {
  const shared = {
    ...{ kind: news.kind, about: news.about, deadlines: news.deadlines, at: news.at, why: match ? evidenceOf(match, labelOf) : [] },
    ...(news.before && { before: news.before }),
    ...(news.note && { note: news.note }),
  };
  if ('notice' in subject) {
    const { notice, demands = [] } = subject;
    return {
      ...shared,
      title: notice.title,
      ...(notice.description && { description: notice.description }),
      ...(notice.buyers[0] && { who: notice.buyers[0].name }),
      places: placesInSwedish([...notice.places, ...notice.lots.flatMap((l) => l.places)]),
      ...(notice.value && { value: notice.value }),
      lots: notice.lots.length > 1 ? notice.lots.map((lot) => lot.title ?? `Del ${lot.id}`) : [],
      reserved: notice.reservedParticipation.length > 0 || notice.reservedExecution,
      hurdles: hurdlesOf(notice, match, news.deadlines, demands, now),
      ...(notice.url && { url: notice.url }),
    };
  }
  const rest = { ...shared, lots: [], reserved: false, hurdles: [] };
  if ('need' in subject) {
    const { title, description, places, value } = subject.need;
    return { ...rest, title, ...(description && { description }), places: placesInSwedish(places), ...(value && { value }) };
  }
  const { title, text, funder, url } = subject.call;
  return { ...rest, title, ...(text && { description: text }), who: funder, places: [], ...(url && { url }) };
}
