import { type Call, dateOf, type Organisation, subjectOfCall, type Taxonomy, withoutDoubledCalls } from '@asf-match/domain';
import type { CallField, JudgedCall } from '@asf-match/market';
import { type Matcher, readCall, workIntegrationRelevance } from '@asf-match/matching';
import type { KnownCall } from '@asf-match/store';

/** What calls are judged by. */
export interface CallJudges {
  readonly matcher: Matcher;
  readonly taxonomy: Taxonomy;
  readonly organisations: readonly Organisation[];
  /** A source as people know it. */
  readonly labelOf: (source: string) => string;
}

/** A call names work in passing, if at all: what it probably means is shown too, for a person to judge. */
const LEAST_PROBABILITY = 0.3;
/** Fields that a call is shown with at most. */
const MOST_FIELDS = 5;

/** Reads each stored call once and judges it; one that two sources have is one. */
export function judgeCalls(known: readonly KnownCall[], judges: CallJudges): JudgedCall[] {
  const kept = new Set(withoutDoubledCalls(known.map((k) => k.call)));
  return known
    .filter((k) => kept.has(k.call))
    .map(({ call, firstSeen, lastSeen }) => ({
      ...{ call, firstSeen, lastSeen, sourceLabel: judges.labelOf(call.source) },
      reading: readCall(call.text, call.published ? { published: dateOf(call.published) } : {}),
      relevance: workIntegrationRelevance(call),
      fields: fieldsOf(call, judges),
    }));
}

function fieldsOf(call: Call, { matcher, taxonomy, organisations }: CallJudges): CallField[] {
  const open = organisations.filter((o) => o.status !== 'closed');
  return matcher.classifier
    .classifySubject(subjectOfCall(call))
    .filter((c) => c.probability >= LEAST_PROBABILITY)
    .slice(0, MOST_FIELDS)
    .map(({ field, reasons }) => {
      const quote = reasons.find((r) => r.quote && r.weight > 0)?.quote;
      const names = open.filter((o) => matcher.fieldsOf(o).has(field)).map((o) => o.name);
      return { label: taxonomy.byId.get(field)?.labelSv ?? field, organisations: names, ...(quote && { quote }) };
    });
}
