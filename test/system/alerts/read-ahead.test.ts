import type { Subject } from '@asf-match/domain';
import { createClassifier, readPurchase } from '@asf-match/matching';
import { expect, it } from 'vitest';
import { readAhead } from '../../../workers/scan/src/alerts/read-ahead.ts';
import { reference } from './alert-store.ts';

const { taxonomy } = reference;
const subjects = [
  'Lokalvård i skolor',
  'Catering till möten',
  '',
  'Cleaning of offices and schools in the city, three times a week, with all materials included in the price',
].flatMap((title, n) =>
  Array.from(
    { length: 40 },
    (_, i): Subject => ({
      ...{
        ref: { kind: 'notice', id: `${n}-${i}` },
        texts: [{ part: 'title', text: `${title} ${i}` }],
        cpv: n === 0 ? [{ code: '90910000', main: true }] : [],
      },
      ...{ places: [], buyers: [], reserved: i % 2 === 0, language: 'sv' },
    }),
  ),
);

it('gives what is read here, in the same order', async () => {
  const classifier = createClassifier(taxonomy);
  expect(await Array.fromAsync(readAhead({ taxonomy, subjects }))).toEqual(subjects.map((subject) => readPurchase(subject, classifier)));
  expect(await Array.fromAsync(readAhead({ taxonomy, subjects: [] }))).toEqual([]);
});

it('reads here what the thread does not, and says when it has failed', async () => {
  const first = "const { parentPort } = require('node:worker_threads'); parentPort.postMessage([{ asked: [], stems: ['first'], circumstances: 0 }]);";
  const readings = (script: string) => Array.fromAsync(readAhead({ taxonomy, subjects }, new URL(`data:text/javascript,${encodeURIComponent(script)}`)));
  const classifier = createClassifier(taxonomy);
  const here = subjects.map((subject) => readPurchase(subject, classifier));
  expect(await readings('process.exit()')).toEqual(here);
  const warned = new Promise<Error>((resolve) => process.once('warning', resolve));
  expect(
    await readings(`import { createRequire } from 'node:module'; const require = createRequire('file:///'); ${first} throw new Error('no memory')`),
  ).toSatisfy((list: typeof here) => list.length === here.length && ['first', here[0]?.stems[0]].includes(list[0]?.stems[0]));
  expect((await warned).message).toContain('the thread that reads purchases has failed: Error: no memory');
});
