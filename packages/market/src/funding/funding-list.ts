import { ALERT_PROBABILITY, type Call, type CallReading, callKey, type Reason } from '@asf-match/domain';
import { callTimes } from './call-state.ts';
import { cofinancingOf } from './cofinancing.ts';
import type { CallField, FundingEntry } from './funding-entry.ts';

/** A stored call with what was read out of it. */
export interface JudgedCall {
  readonly call: Call;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly sourceLabel: string;
  readonly reading: CallReading;
  readonly relevance: { readonly probability: number; readonly reasons: readonly Reason[] };
  readonly fields: readonly CallField[];
}

/** How a source of calls stands. */
export interface FundingSource {
  readonly label: string;
  /** ISO instant of the last good answer. */
  readonly lastRead?: string;
  readonly outcome: string;
}

/** Calls to act on, closing soonest first. */
export interface FundingList {
  /** ISO instant that open and closed were judged at. */
  readonly at: string;
  readonly version: string;
  /** Relevant calls that the city could take part in. */
  readonly calls: readonly FundingEntry[];
  /** Relevant calls that it cannot take part in as the text has it. */
  readonly closedToCity: readonly FundingEntry[];
  /** Pages and calls that a person has to read. */
  readonly toRead: readonly FundingEntry[];
  /** Calls about other things, and closed ones; they stay in the archive. */
  readonly others: { readonly irrelevant: number; readonly closed: number };
  readonly sources: readonly FundingSource[];
}

/** @param now ISO instant */
export function fundingList(judged: readonly JudgedCall[], now: string, sources: readonly FundingSource[], version: string): FundingList {
  const entries = judged.map((each) => entryOf(each, now));
  const current = entries.filter((e) => e.state !== 'closed');
  const toRead = current.filter((e) => e.readPage);
  const readable = current.filter((e) => !e.readPage);
  const relevant = readable.filter((e) => e.relevance >= ALERT_PROBABILITY).sort(byClosing);
  return {
    ...{ at: now, version, sources },
    calls: relevant.filter((e) => e.role !== 'kan inte delta'),
    closedToCity: relevant.filter((e) => e.role === 'kan inte delta'),
    toRead: toRead.sort((a, b) => (a.title < b.title ? -1 : 1)),
    others: { irrelevant: readable.length - relevant.length, closed: entries.length - current.length },
  };
}

/** Soonest deadline first; then those that open later without a deadline yet, by opening; then running and undated ones. */
function byClosing(a: FundingEntry, b: FundingEntry): number {
  return (
    compare(a.closes?.instant ?? AFTER_ALL, b.closes?.instant ?? AFTER_ALL) ||
    compare(a.opens?.instant ?? AFTER_ALL, b.opens?.instant ?? AFTER_ALL) ||
    compare(a.key, b.key)
  );
}
const AFTER_ALL = '9999';
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function entryOf({ call, firstSeen, lastSeen, sourceLabel, reading, relevance, fields }: JudgedCall, now: string): FundingEntry {
  const times = callTimes(call, reading, now);
  const cofinancing = cofinancingOf(call, reading);
  const [budget, min, max] = [call.budget ?? reading.budget?.value, call.min ?? reading.min?.value, call.max ?? reading.max?.value];
  return {
    ...{ key: callKey(call), title: call.title, funder: call.funder, source: sourceLabel, readAt: lastSeen, firstSeen },
    ...(call.programme && { programme: call.programme }),
    ...(call.url && { url: call.url }),
    ...times,
    ...{ role: reading.role.value, roleQuotes: reading.role.quotes, eligible: reading.eligible?.value ?? [] },
    ...{
      relevance: relevance.probability,
      why: relevance.reasons.filter((r) => r.weight > 0 && r.quote),
      targetGroups: reading.targetGroups?.value ?? [],
      fields,
    },
    ...(reading.fundingPercent && { fundingPercent: reading.fundingPercent.value }),
    ...(cofinancing && { cofinancing }),
    ...(budget && { budget }),
    ...(min && { min }),
    ...(max && { max }),
    missing: missingOf(reading, times),
    readPage: call.readPage || (call.source === PAGES && times.state === 'undated'),
  };
}

/** A watched page whose dates cannot be made out is read by a person. */
const PAGES = 'watched-pages';

function missingOf(reading: CallReading, { state, closes }: Pick<FundingEntry, 'state' | 'closes'>): string[] {
  return [
    ...(reading.invitedOnly && reading.role.value !== 'kan inte delta' ? ['Bara inbjudna får söka.'] : []),
    ...reading.role.check,
    ...(state === 'undated' ? ['Sista ansökningsdag framgår inte.'] : []),
    ...(closes?.precision === 'day' ? ['Klockslaget framgår inte. Räkna inte med hela sista dagen.'] : []),
    ...(reading.fundingPercent || reading.cofinancingPercent ? [] : ['Stödnivå och medfinansiering framgår inte.']),
    ...reading.unread.map((text) => `Datum att tolka själv: ${text}`),
  ];
}
