import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ALERT_PROBABILITY, type Subject } from '@asf-match/domain';
import type { Matcher } from '@asf-match/matching';
import { median } from './median.ts';
import { printRow } from './print.ts';

/** What one process of `speed-case.ts` measures. */
export interface Case {
  readonly kind: 'match' | 'classify' | 'search' | 'search-forgiving';
  readonly notices: number;
  readonly organisations: number;
}

/** Times are milliseconds; `before` is the peak memory before the work, with the texts already there. */
export interface CaseResult {
  /** Reading or indexing the organisations. */
  readonly preparing: number;
  readonly milliseconds: number;
  /** Of these, reading the notices. */
  readonly reading?: number;
  readonly megabytes: number;
  readonly before: number;
  /** Pairs with a score. */
  readonly pairs: number;
  readonly alerts: number;
  /** How many notices were measured, when the time for all is scaled up from them. */
  readonly sample?: number;
}

const NEAR_MISS = 0.1;

/** Ranks the organisations for every purchase, alerts and near misses, classification included; what is found is counted and let go. */
export function matchAll(matcher: Matcher, subjects: readonly Subject[]): { readonly pairs: number; readonly alerts: number } {
  const count = { pairs: 0, alerts: 0 };
  for (const subject of subjects) {
    const ranked = matcher.rank(subject, NEAR_MISS);
    count.pairs += ranked.length;
    count.alerts += ranked.filter((r) => r.probability >= ALERT_PROBABILITY).length;
  }
  return count;
}

const NOTICES = 3_000;
const ORGANISATIONS = 10_000;
const PARTS = [0.1, 0.3, 1];
/** Runs of the big case and of its peers, in turn, since the machine may be busy with something else now and then. */
const RUNS = 3;
const TARGET = { seconds: 6, megabytes: 700, ratio: 10, classification: 1 };

/** A day of all TED's notices for a country's organisations, all made up; beside a search engine that does the same job. */
export function benchSpeed(): void {
  const rounds = Array.from({ length: RUNS }, () => ({
    ours: measure('match', NOTICES, ORGANISATIONS),
    plain: measure('search', NOTICES, ORGANISATIONS),
    forgiving: measure('search-forgiving', NOTICES, ORGANISATIONS),
  }));
  const big = middle(rounds.map(({ ours }) => ours));
  console.log(`speed: ${NOTICES} made-up notices of about 250 words, ${ORGANISATIONS} made-up profiles; every case in a process of its own`);
  printBig(big);
  const classification = measure('classify', NOTICES, 0).milliseconds;
  printTarget(
    'classifying a notice, warm, median',
    `${classification.toFixed(2)} ms`,
    `≤ ${TARGET.classification} ms`,
    classification <= TARGET.classification,
  );
  console.log(`  ranking the profiles for each notice, without reading or indexing the profiles; median of ${RUNS} runs in turn:`);
  const alone = big.milliseconds - (big.reading ?? 0);
  printRow('asf-match, reading the notices too', [`${(big.milliseconds / 1000).toFixed(1)} s`.padStart(12)]);
  printRow('asf-match, matching alone', [`${(alone / 1000).toFixed(1)} s`.padStart(12)]);
  printPeer(
    'MiniSearch, stemmed words',
    rounds.map(({ ours, plain }) => ({ ours, peer: plain })),
  );
  printPeer(
    'MiniSearch, prefix and fuzzy as in “peers”',
    rounds.map(({ ours, forgiving }) => ({ ours, peer: forgiving })),
  );
  printGrowth(big);
}

/** The result of middling time. */
function middle(results: readonly CaseResult[]): CaseResult {
  const sorted = [...results].sort((a, b) => a.milliseconds - b.milliseconds);
  return sorted[(sorted.length - 1) >> 1] as CaseResult;
}

function printBig({ preparing, milliseconds, megabytes, before, pairs, alerts }: CaseResult): void {
  const all = NOTICES * ORGANISATIONS;
  const seconds = (preparing + milliseconds) / 1000;
  console.log(`  ${((100 * pairs) / all).toFixed(0)} % of the pairs are alerts or near misses, ${((100 * alerts) / all).toFixed(1)} % are alerts`);
  printTarget('all, analysis included', `${seconds.toFixed(1)} s`, `≤ ${TARGET.seconds} s`, seconds <= TARGET.seconds);
  printTarget('peak memory of the process', `${megabytes.toFixed(0)} MB`, `≤ ${TARGET.megabytes} MB`, megabytes <= TARGET.megabytes);
  console.log(`    (the texts alone took it to ${before.toFixed(0)} MB; reading the profiles took ${(preparing / 1000).toFixed(1)} s)`);
}

/** The peer gets each word of a notice once and no stop words, which is kind: it looks up every word that it is given. */
function printPeer(title: string, rounds: readonly { readonly ours: CaseResult; readonly peer: CaseResult }[]): void {
  const peer = middle(rounds.map((round) => round.peer));
  const ratio = median(rounds.map((round) => round.peer.milliseconds / (round.ours.milliseconds - (round.ours.reading ?? 0))));
  printTarget(title, `${(peer.milliseconds / 1000).toFixed(1)} s`, `${ratio.toFixed(1)}×, goal ≥ ${TARGET.ratio}×`, ratio >= TARGET.ratio);
  if (peer.sample !== NOTICES) console.log(`    (scaled up from ${peer.sample} notices)`);
}

function printGrowth(big: CaseResult): void {
  console.log('  growth, seconds and MB by notices (down) and profiles (across), analysis included:');
  const across = PARTS.map((part) => ORGANISATIONS * part);
  printRow('', across.map(String), 16);
  for (const notices of PARTS.map((part) => NOTICES * part)) {
    const cells = across.map((organisations) => {
      const isBig = notices === NOTICES && organisations === ORGANISATIONS;
      const { preparing, milliseconds, megabytes } = isBig ? big : measure('match', notices, organisations);
      return `${((preparing + milliseconds) / 1000).toFixed(1)} s ${megabytes.toFixed(0)} MB`;
    });
    printRow(String(notices), cells, 16);
  }
}

function measure(kind: Case['kind'], notices: number, organisations: number): CaseResult {
  const asked: Case = { kind, notices, organisations };
  return JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, 'speed-case.ts'), JSON.stringify(asked)], { encoding: 'utf8' })) as CaseResult;
}

function printTarget(title: string, value: string, goal: string, met: boolean): void {
  printRow(title, [value.padStart(12), `   ${goal}`.padEnd(24), met ? 'met' : 'NOT MET']);
}
