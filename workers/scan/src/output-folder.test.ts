import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeOutput } from './output-folder.ts';

const make = () => mkdtemp(join(tmpdir(), 'out-'));

it('replaces what it wrote before and leaves the files of others', async () => {
  const folder = await make();
  await writeFile(join(folder, 'mina-anteckningar.txt'), 'x');
  await writeOutput(
    folder,
    new Map([
      ['a.html', '1'],
      ['b.html', '2'],
    ]),
  );
  await writeOutput(folder, new Map([['a.html', '3']]));
  expect((await readdir(folder)).sort()).toEqual(['a.html', 'files.json', 'mina-anteckningar.txt']);
  expect(await readFile(join(folder, 'a.html'), 'utf8')).toBe('3');
});

it('never writes or removes outside its folder', async () => {
  const folder = await make();
  await writeFile(join(folder, 'keep.txt'), 'x');
  const inner = join(folder, 'inner');
  await writeOutput(inner, new Map([['a.html', '1']]));
  await writeFile(join(inner, 'files.json'), '["../keep.txt", "a.html", 7]');
  await writeOutput(inner, new Map([['b.html', '1']]));
  expect(await readFile(join(folder, 'keep.txt'), 'utf8')).toBe('x');
  expect((await readdir(inner)).sort()).toEqual(['b.html', 'files.json']);
  await expect(writeOutput(inner, new Map([['../x', '1']]))).rejects.toThrow('not a plain file name');
});
