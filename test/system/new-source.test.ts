import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

let root: string;
const file = (name: string): string => join(root, name);
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'new-source-'));
  for (const folder of ['packages/sources/src', 'workers/scan/src']) await mkdir(file(folder), { recursive: true });
  await writeFile(file('packages/sources/src/index.ts'), "export { tedSearch } from './ted-search/index.ts';\n");
  await writeFile(
    file('workers/scan/src/sources.ts'),
    "import {\n  type AnySource,\n  tedSearch,\n} from '@asf-match/sources';\n\nexport const sources: readonly AnySource[] = [\n  tedSearch,\n];\n",
  );
});
afterAll(() => rm(root, { recursive: true }));

const newSource = (...args: readonly string[]) => spawnSync(process.execPath, ['scripts/new-source.ts', '--root', root, ...args], { encoding: 'utf8' });

it('lays out a source once, off until it is finished, and enters it where sources are listed', async () => {
  expect(newSource('region-exempel').status).toBe(0);
  const folder = file('packages/sources/src/region-exempel');
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(
    ['fetch.ts', 'index.ts', 'parse.ts', 'references', 'references/answer.json', 'references/expected.json', 'region-exempel.test.ts'].sort(),
  );
  const index = await readFile(join(folder, 'index.ts'), 'utf8');
  expect(index).toContain('export const regionExempel: Source<RegionExempelSettings>');
  expect(index).toContain('offBecause');
  expect(index).not.toContain('__');
  expect(await readFile(file('packages/sources/src/index.ts'), 'utf8')).toContain("export { regionExempel } from './region-exempel/index.ts';");
  const listed = await readFile(file('workers/scan/src/sources.ts'), 'utf8');
  expect(listed).toContain("tedSearch, regionExempel } from '@asf-match/sources';");
  expect(listed).toMatch(/tedSearch, regionExempel\];\n$/);
  expect(newSource('region-exempel')).toMatchObject({ status: 2, stderr: expect.stringContaining('is there already') });
});

it.each([[], ['Region'], ['../utanför'], ['a', 'b']])('refuses %j %j', (...args) => {
  expect(newSource(...args.filter((arg) => arg !== undefined)).status).toBe(2);
});
