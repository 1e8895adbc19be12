import { readFileSync } from 'node:fs';
import { loadSplitter } from '../../workers/scan/src/lexicon.ts';
import type { LexiconCost } from './compounds.ts';
import { median } from './median.ts';

/** In a process of its own: loads the lexicon once it has been prepared, splits the words of one file many times and those of another once. Writes a LexiconCost as JSON. */
const linesOf = (file = ''): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);
const words = linesOf(process.argv[2]);
const settled = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

const before = settled();
const start = performance.now();
const splitter = await loadSplitter();
const milliseconds = performance.now() - start;
const megabytes = settled() - before;

const ROUNDS = 200;
const seconds = Array.from({ length: 5 }, () => {
  const from = performance.now();
  for (let round = 0; round < ROUNDS; round++) for (const word of words) splitter.split(word);
  return (performance.now() - from) / 1000;
});

/** Of splitters that have not split anything before; the median, since the machine may be busy with something else now and then. */
async function perSecond(those: readonly string[]): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 5; round++) {
    const fresh = await loadSplitter();
    const from = performance.now();
    for (const word of those) fresh.split(word);
    rounds.push(those.length / ((performance.now() - from) / 1000));
  }
  return median(rounds);
}

/** Every pair of the words joined, so that none has been split before: longer than words of texts are. */
const PAIRS = 100_000;
const pairs = Array.from({ length: PAIRS }, (_, n) => `${words[n % words.length]}${words[Math.floor(n / words.length) % words.length]}`);
const pairsPerSecond = await perSecond([...new Set(pairs)]);

/** The different words of running text: what came before has warmed the code, and none of these words has been split. */
const unseen = linesOf(process.argv[3]);
const unseenPerSecond = unseen.length > 0 ? await perSecond(unseen) : Number.NaN;
const cost: LexiconCost = { milliseconds, megabytes, wordsPerSecond: (words.length * ROUNDS) / median(seconds), pairsPerSecond, unseenPerSecond };
process.stdout.write(JSON.stringify(cost));
