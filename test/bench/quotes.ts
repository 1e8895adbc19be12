import { type Notice, type Organisation, type Quote, type Subject, subjectOfNotice } from '@asf-match/domain';
import type { Matcher } from '@asf-match/matching';

/** How many quotes were looked up, and how many of them stand where they say, letter for letter. */
export interface QuoteCheck {
  readonly quotes: number;
  readonly verbatim: number;
}

/** Looks up every quote of every classification and match. */
export function checkQuotes(matcher: Matcher, notices: readonly Notice[], organisations: readonly Organisation[]): QuoteCheck {
  const offers = new Map(organisations.map((o) => [o.id, o.offers]));
  const count = { quotes: 0, verbatim: 0 };
  const add = (isVerbatim: boolean): void => {
    count.quotes++;
    if (isVerbatim) count.verbatim++;
  };
  for (const subject of notices.map(subjectOfNotice)) {
    const stands = quotesOf(subject);
    const classifications = matcher.classifier.classifySubject(subject);
    const matches = matcher.match(subject, classifications);
    for (const { quote } of [...classifications, ...matches].flatMap((found) => found.reasons)) if (quote) add(stands(quote));
    for (const { organisation, reasons } of matches) for (const { offer } of reasons) if (offer) add(isIn(offers.get(organisation), offer));
  }
  return count;
}

const isIn = (text: string | undefined, quote: Quote): boolean => text?.slice(quote.start, quote.end) === quote.text;

function quotesOf({ texts, cpv }: Subject): (quote: Quote) => boolean {
  const byPart = new Map(texts.map((t) => [t.part, t.text]));
  return (quote) => (quote.part === 'cpv' ? cpv.some(({ code }) => isIn(code, quote)) : isIn(byPart.get(quote.part), quote));
}
