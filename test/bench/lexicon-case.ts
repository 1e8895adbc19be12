import { readFileSync } from 'node:fs';
import { loadSplitter } from '../../workers/scan/src/lexicon.ts';
import type { LexiconCost } from './compounds.ts';
import { median } from './median.ts';

/** In a process of its own: loads the lexicon once it has been prepared, splits the words of a file many times. Writes a LexiconCost as JSON. */
const words = readFileSync(process.argv[2] ?? '', 'utf8')
  .split('\n')
  .filter(Boolean);
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

/** Every pair of the words joined, so that none has been split before: longer than words of texts are, so rather too slow than too fast. */
const PAIRS = 100_000;
const pairs = Array.from({ length: PAIRS }, (_, n) => `${words[n % words.length]}${words[Math.floor(n / words.length) % words.length]}`);
const unseen = [...new Set(pairs)];
const from = performance.now();
for (const word of unseen) splitter.split(word);
const unseenPerSecond = unseen.length / ((performance.now() - from) / 1000);
const cost: LexiconCost = { milliseconds, megabytes, wordsPerSecond: (words.length * ROUNDS) / median(seconds), unseenPerSecond };
process.stdout.write(JSON.stringify(cost));
