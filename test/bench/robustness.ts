import { readFileSync } from 'node:fs';
import { type CpvCode, conceptsOf, type Notice } from '@asf-match/domain';
import type { Matcher } from '@asf-match/matching';
import { readCpvList } from '@asf-match/sources';
import { shared } from '../corpus/shared.ts';
import { realBoilerplate } from './boilerplate.ts';
import { type Disturbance, mistyped, noCodes, pagesAfter, pagesAround, type Surroundings, withoutRings, wrongCodes } from './disturb.ts';
import { type Judged, judgedOrSkip, loadReference } from './judged.ts';
import { scoreFields, scoreRank } from './metrics.ts';
import { answer, matcherFor } from './ours.ts';
import { printRow } from './print.ts';
import { checkQuotes } from './quotes.ts';
import { seeded } from './random.ts';
import { tedNotices } from './ted-notices.ts';

const SEEDS = [1, 2, 3];

interface Case {
  readonly name: string;
  readonly disturb: Disturbance;
  /** The most that may be lost. */
  readonly target: { readonly of: keyof Scores; readonly most: number };
}

const CASES: readonly Case[] = [
  { name: 'other codes on 23 % of the notices', disturb: wrongCodes, target: { of: 'ndcg10', most: 0.02 } },
  { name: 'no codes at all', disturb: noCodes, target: { of: 'ndcg10', most: 0.06 } },
  { name: 'two pages of boilerplate after', disturb: pagesAfter, target: { of: 'f1', most: 0.03 } },
  { name: 'one page before, one after', disturb: pagesAround, target: { of: 'f1', most: 0.03 } },
  { name: '2 % of the letters mistyped', disturb: mistyped, target: { of: 'f1', most: 0.06 } },
  { name: 'å ä ö written a a o', disturb: withoutRings, target: { of: 'f1', most: 0.06 } },
];

/** What is lost when notices are disturbed in ways that they are in practice; and whether every quote stands where it says. */
export function benchRobustness(): void {
  const judged = judgedOrSkip('robustness');
  if (!judged) return;
  const matcher = matcherFor(judged.organisations);
  const ted = tedNotices();
  const surroundings = { codes: officialCodes(), sentences: realBoilerplate(ted) };
  console.log(`robustness: what disturbed notices lose, mean of seeds ${SEEDS.join(', ')}; ${surroundings.codes.length} codes to draw from`);
  console.log(`  (${surroundings.sentences.length} real sentences of boilerplate beside the made-up ones)`);
  printRow('', ['nDCG@10', 'field F1', 'false al.', 'target']);
  const whole = scoresOf(matcher, judged, judged.notices);
  printRow(
    'undisturbed',
    [whole.ndcg10, whole.f1, whole.false_alarm].map((score) => score.toFixed(3)),
  );
  for (const one of CASES) printCase(one, whole, disturbedScores(one.disturb, matcher, judged, surroundings));
  printQuotes('quotes, judged notices', matcher, judged.notices, judged);
  printQuotes(`quotes, ${ted.length} TED notices`, matcher, ted, judged);
}

interface Scores {
  readonly ndcg10: number;
  readonly f1: number;
  readonly false_alarm: number;
}

function scoresOf(matcher: Matcher, { qrels, noticeFields, idsOf }: Judged, notices: readonly Notice[]): Scores {
  const { run, fields } = answer(matcher, notices);
  const { f1, false_alarm } = scoreFields(noticeFields, fields);
  return { ndcg10: scoreRank(qrels, run, idsOf()).ndcg10, f1, false_alarm };
}

function disturbedScores(disturb: Disturbance, matcher: Matcher, judged: Judged, from: Surroundings): Scores {
  const all = SEEDS.map((seed) => {
    const random = seeded(seed);
    return scoresOf(
      matcher,
      judged,
      judged.notices.map((notice) => disturb(notice, random, from)),
    );
  });
  const mean = (name: keyof Scores): number => all.reduce((sum, scores) => sum + scores[name], 0) / all.length;
  return { ndcg10: mean('ndcg10'), f1: mean('f1'), false_alarm: mean('false_alarm') };
}

function printCase({ name, target }: Case, whole: Scores, disturbed: Scores): void {
  const change = (of: keyof Scores): string => (disturbed[of] - whole[of]).toFixed(3);
  const met = whole[target.of] - disturbed[target.of] <= target.most;
  const goal = `${target.of === 'f1' ? 'F1' : 'nDCG'} −${target.most.toFixed(2)}`;
  printRow(name, [change('ndcg10'), change('f1'), change('false_alarm'), goal, met ? 'met' : 'NOT MET']);
}

/** The official list when it is on this machine, else the codes of the taxonomy. */
function officialCodes(): CpvCode[] {
  const file = shared('codelists/cpv2008_sv_en.tsv');
  if (file) return readCpvList(readFileSync(file), file).map(({ code }) => code);
  return loadReference().taxonomy.leaves.flatMap((f) => conceptsOf(f, 'cpv', 'cpv-related', 'cpv-lookalike').map(({ text }) => text));
}

function printQuotes(title: string, matcher: Matcher, notices: readonly Notice[], { organisations }: Judged): void {
  if (notices.length === 0) return;
  const { quotes, verbatim } = checkQuotes(matcher, notices, organisations);
  console.log(`  ${title}: ${verbatim} of ${quotes} (${((100 * verbatim) / quotes).toFixed(2)} %) are verbatim`);
}
