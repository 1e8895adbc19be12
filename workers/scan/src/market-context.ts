import { ALERT_PROBABILITY, type Classification, conceptsOf, type Need, subjectOfNeed, subjectOfNotice } from '@asf-match/domain';
import { analyseMarket, type ClassifiedNotice, type DraftCheck, type MatchReport, type SourceState } from '@asf-match/market';
import { createMatcher, type Matcher } from '@asf-match/matching';
import type { Store } from '@asf-match/store';
import type { ReferenceData } from './data.ts';
import { EXAMPLE_SOURCE } from './example-notices.ts';
import type { RegisterInput } from './inputs.ts';
import { onePerPurchase } from './one-per-purchase.ts';
import { createPastLookup } from './past-purchases.ts';
import { sources } from './sources.ts';
import { VERSION } from './version.ts';

/** A stored notice with what it was read as. */
export interface ReadNotice extends ClassifiedNotice {
  readonly classifications: readonly Classification[];
}

/** What every report of a run shares: the matcher, and each stored notice classified once. */
export interface MarketContext {
  readonly matcher: Matcher;
  readonly notices: readonly ReadNotice[];
  readonly sources: readonly SourceState[];
  /** @param draft the check of the draft that belongs to the need */
  reportOn(need: Need, draft?: DraftCheck): Promise<MatchReport>;
}

/**
 * @param today `YYYY-MM-DD`
 * @param onNotice called for each notice that has been read
 */
export async function createMarketContext(
  store: Store,
  reference: ReferenceData,
  register: RegisterInput,
  today: string,
  onNotice: (done: number, of: number) => void = () => {},
): Promise<MarketContext> {
  const { taxonomy, municipalities, thresholds, annex2, tasks } = reference;
  const { organisations } = register;
  const matcher = createMatcher({ taxonomy, municipalities, organisations });
  const withExamples = register.origin === 'example';
  const all = (await store.notices.list()).filter((notice) => withExamples || notice.source !== EXAMPLE_SOURCE);
  const stored = onePerPurchase(all, await store.purchases.all());
  const notices = stored.map((notice, index): ReadNotice => {
    onNotice(index, stored.length);
    const classifications = matcher.classifier.classifySubject(subjectOfNotice(notice));
    const fields = classifications.filter((c) => c.probability >= ALERT_PROBABILITY).map((c) => c.field);
    return { notice, classifications, fields, example: notice.source === EXAMPLE_SOURCE };
  });
  const past = await createPastLookup(store, notices, matcher.classifier, taxonomy, today);
  const labels = await store.codelists.cpvLabels();
  const fieldLabels = new Map(
    taxonomy.leaves.flatMap((field) =>
      conceptsOf(field, 'cpv')
        .slice(0, 1)
        .map((c) => [c.text, field.labelSv]),
    ),
  );
  const sources = await sourceStates(store, withExamples);
  return {
    matcher,
    notices,
    sources,
    async reportOn(need, draft) {
      const subject = subjectOfNeed(need);
      const classifications = matcher.classifier.classifySubject(subject);
      return analyseMarket({
        ...{
          need,
          classifications,
          matches: matcher.match(subject, classifications),
          organisations,
          fieldsOf: matcher.fieldsOf,
          earlier: notices,
          similar: [],
        },
        ...{ taxonomy, thresholds, annex2, tasks, draft, sources, today, version: VERSION, exampleRegister: withExamples },
        past: await past.of(need, classifications),
        cpvLabel: (code) => labels.get(code)?.sv ?? fieldLabels.get(code),
      });
    },
  };
}

async function sourceStates(store: Store, withExamples: boolean): Promise<SourceState[]> {
  const reads = await store.sourceStates.list();
  const asked = sources.filter((s) => s.provides === 'notices' && (s.offBecause === undefined || reads.some((r) => r.source === s.id)));
  const states = asked.map(({ id, label }): SourceState => {
    const read = reads.find((r) => r.source === id && r.lastAttempt !== undefined);
    const fine = read && read.lastSuccess === read.lastAttempt;
    const outcome = !read ? 'Har inte frågats än.' : fine ? 'Läst utan fel.' : 'Kunde inte läsas. Det som redan var lagrat användes.';
    return { label, ...(read?.lastSuccess && { lastRead: read.lastSuccess.slice(0, 10) }), outcome };
  });
  return withExamples
    ? [...states, { label: 'Påhittade exempel som följer med programmet', outcome: 'Används tills ett eget register har lästs in.' }]
    : states;
}
