import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asfMatch } from './cli.ts';

/** The shortest of a few runs: what the program needs when nothing else disturbs it. Bounds are twice the goal, since test machines are busy. */
async function shortest(...args: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push((await asfMatch(...args)).milliseconds);
  return Math.min(...times);
}

it('helps at once', async () => {
  expect(await shortest('--help')).toBeLessThan(600);
});

it('ranks a hundred notices quickly', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rank-'));
  const words = ['städning av kontor', 'drift av café', 'gräsklippning i parker', 'tvätt av arbetskläder', 'asfaltering av väg'];
  const notice = (n: number) => ({ id: `n${n}`, title: words[n % 5], description: `${words[(n + 1) % 5]} under två år. `.repeat(20), cpv: [], lots: [] });
  const profile = (n: number) => ({ id: `p${n}`, name: `Företag ${n}`, municipality: 'Solna', offers: `${words[n % 5]} och ${words[(n + 2) % 5]}` });
  const lines = (count: number, make: (n: number) => object): string => Array.from({ length: count }, (_, n) => JSON.stringify(make(n))).join('\n');
  await writeFile(join(folder, 'notices.jsonl'), lines(100, notice));
  await writeFile(join(folder, 'profiles.jsonl'), lines(80, profile));
  const args = ['rank', '--profiles', join(folder, 'profiles.jsonl'), '--notices', join(folder, 'notices.jsonl')];
  expect((await asfMatch(...args)).out.split('\n')[0]).toMatch(/^p0 Q0 n\d+ 1 0\.\d{6} alert$/);
  expect(await shortest(...args, '--out', join(folder, 'run.txt'))).toBeLessThan(3000);
  await rm(folder, { recursive: true });
});
