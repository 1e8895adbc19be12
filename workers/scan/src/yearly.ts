import { ALERT_PROBABILITY, callKey, dateOf } from '@asf-match/domain';
import { reportOnYear, type YearInput, type YearlyReport } from '@asf-match/market';
import type { Store } from '@asf-match/store';
import { EXAMPLE_SOURCE } from './example-notices.ts';
import type { FollowUpInput } from './follow-up.ts';
import { loadFollowUp } from './follow-up.ts';
import { VERSION } from './version.ts';

/** Counts a year out of what is stored. @param today `YYYY-MM-DD` */
export async function loadYear(store: Store, { rule, taxonomy }: FollowUpInput, year: number, today: string): Promise<YearlyReport> {
  const needs = (await store.needs.list()).filter((n) => !n.example);
  const [ofNeeds, ofNotices] = [await store.matches.counts('need', ALERT_PROBABILITY), await store.matches.counts('notice', ALERT_PROBABILITY)];
  const fields = new Map<string, number>();
  for (const { id } of needs) {
    const likely = (await store.matches.listForSubject({ kind: 'need', id })).filter((m) => m.probability >= ALERT_PROBABILITY);
    fields.set(id, new Set(likely.flatMap((m) => m.field ?? [])).size);
  }
  const published = (await store.notices.list({ publishedSince: `${year - 1}-12-31T00:00:00Z` })).filter(
    (n) => n.source !== EXAMPLE_SOURCE && n.published && dateOf(n.published).startsWith(`${year}-`),
  );
  const imports = await store.statistics.imports();
  return reportOnYear({
    ...{ year, today, version: VERSION, needs, notices: published },
    ...(await registerOf(store, year)),
    matchesOfNeed: (id) => ({ organisations: ofNeeds.get(id) ?? 0, fields: fields.get(id) ?? 0 }),
    matchesOfNotice: (key) => ofNotices.get(key) ?? 0,
    callsFirstSeen: await callsFirstSeen(store),
    told: await toldIn(store, year),
    subscriptions: (await store.subscriptions.list('confirmed')).length,
    followUp: await loadFollowUp(store, { rule, taxonomy }, today),
    statistics: imports.filter((i) => i.export === 'procurements').map((i) => ({ year: i.year, purchases: i.rows })),
    sources: imports.map((i) => ({ label: `Upphandlingsmyndighetens statistik ${i.year}: ${i.file}`, read: i.imported.slice(0, 10) })),
  });
}

async function toldIn({ responses }: Store, year: number): Promise<YearInput['told']> {
  const { sent, shown, steps } = await responses.funnel(String(year), String(year + 1));
  return { sent, shown, interested: steps.interested, notRelevant: steps['not-relevant'], bid: steps.bid, won: steps.won };
}

/** The register at the end of the year and at its beginning, or at its first import when that was later. */
async function registerOf(store: Store, year: number): Promise<Pick<YearInput, 'register' | 'earlier'>> {
  const taken = (await store.snapshots.list()).filter((instant) => instant < `${year + 1}`);
  const last = taken.at(-1);
  const first = taken.filter((instant) => instant < `${year}`).at(-1) ?? taken[0];
  return { register: last ? await store.snapshots.get(last) : undefined, earlier: first ? await store.snapshots.get(first) : undefined };
}

/** When each call was first heard of, whatever it said then. */
async function callsFirstSeen({ calls }: Store): Promise<string[]> {
  const first: string[] = [];
  for (const { call } of await calls.list()) {
    const seen = (await calls.versions(callKey(call))).map((version) => version.firstSeen).sort();
    first.push(...seen.slice(0, 1));
  }
  return first;
}
