import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ALERT_PROBABILITY, type Subject } from '@asf-match/domain';
import type { Matcher } from '@asf-match/matching';
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
  readonly megabytes: number;
  readonly before: number;
  /** Pairs with a score. */
  readonly pairs: number;
  readonly alerts: number;
  /** How many notices were measured, when the time for all is scaled up from them. */
  readonly sample?: number;
}

/** Ranks all organisations for every purchase, classification included; what is found is counted and let go. */
export function matchAll(matcher: Matcher, subjects: readonly Subject[]): { readonly pairs: number; readonly alerts: number } {
  const count = { pairs: 0, alerts: 0 };
  for (const subject of subjects) {
    const matches = matcher.match(subject);
    count.pairs += matches.length;
    count.alerts += matches.filter((m) => m.probability >= ALERT_PROBABILITY).length;
  }
  return count;
}

const NOTICES = 3_000;
const ORGANISATIONS = 10_000;
const PARTS = [0.1, 0.3, 1];
const TARGET = { seconds: 6, megabytes: 700, ratio: 10, classification: 1 };

/** A year's notices for a country's organisations, all made up; beside a search engine that does the same job. */
export function benchSpeed(): void {
  const big = measure('match', NOTICES, ORGANISATIONS);
  const seconds = (big.preparing + big.milliseconds) / 1000;
  const share = (100 * big.pairs) / (NOTICES * ORGANISATIONS);
  console.log(`speed: ${NOTICES} made-up notices of about 250 words, ${ORGANISATIONS} made-up profiles; every case in a process of its own`);
  console.log(`  ${share.toFixed(0)} % of the pairs have some evidence, ${big.alerts} are alerts`);
  printTarget('all, analysis included', `${seconds.toFixed(1)} s`, `≤ ${TARGET.seconds} s`, seconds <= TARGET.seconds);
  const peak = `${big.megabytes.toFixed(0)} MB`;
  printTarget('peak memory of the process', peak, `≤ ${TARGET.megabytes} MB`, big.megabytes <= TARGET.megabytes);
  console.log(`  (the texts alone took it to ${big.before.toFixed(0)} MB; reading the profiles took ${(big.preparing / 1000).toFixed(1)} s)`);
  const classification = measure('classify', NOTICES, 0).milliseconds;
  printTarget(
    'classifying a notice, warm, median',
    `${classification.toFixed(2)} ms`,
    `≤ ${TARGET.classification} ms`,
    classification <= TARGET.classification,
  );
  comparePeer(big);
  printGrowth(big);
}

/** Ranking the profiles for every notice, without what is done once for the profiles. */
function comparePeer(ours: CaseResult): void {
  console.log('  ranking the profiles for each notice, index of the profiles not counted; the peer gets each word once and no stop words:');
  printRow('asf-match, its classification of notices too', [`${(ours.milliseconds / 1000).toFixed(1)} s`]);
  for (const [kind, title] of [
    ['search', 'MiniSearch, stemmed words'],
    ['search-forgiving', 'MiniSearch, prefix and fuzzy 0.2 as in “peers”'],
  ] as const) {
    const peer = measure(kind, NOTICES, ORGANISATIONS);
    const ratio = peer.milliseconds / ours.milliseconds;
    const measured = peer.sample === NOTICES ? '' : ` (scaled up from ${peer.sample} notices)`;
    printTarget(`${title}`, `${(peer.milliseconds / 1000).toFixed(1)} s`, `${ratio.toFixed(1)}×, goal ≥ ${TARGET.ratio}×`, ratio >= TARGET.ratio, measured);
  }
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

function printTarget(title: string, value: string, goal: string, met: boolean, remark = ''): void {
  printRow(title, [value.padStart(12), `   ${goal}`.padEnd(24), met ? 'met' : 'NOT MET']);
  if (remark) console.log(`   ${remark}`);
}
