import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '@asf-match/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesUnder, readInput } from './files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  await mkdir(join(folder, 'b'));
  await mkdir(join(folder, 'empty'));
  for (const name of ['z.xml', 'b/A.XML', 'a.txt']) await writeFile(join(folder, name), '<a/>');
  await symlink('/etc/hostname', join(folder, 'link.xml'));
});
afterAll(() => rm(folder, { recursive: true }));
const keyOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error) => (error instanceof InputError ? error.problem.key : String(error)),
  );

describe('filesUnder', () => {
  it('finds files by suffix in a stable order and follows no links', async () => {
    expect(await filesUnder([folder], ['.xml'])).toEqual([join(folder, 'b/A.XML'), join(folder, 'z.xml')]);
  });
  it('takes a file that is named, whatever it is called', async () => {
    expect(await filesUnder([join(folder, 'a.txt')], ['.xml'])).toEqual([join(folder, 'a.txt')]);
  });
  it('refuses an empty folder and a path that is not there', async () => {
    expect(await keyOf(filesUnder([join(folder, 'empty')], ['.xml']))).toBe('folder.empty');
    expect(await keyOf(filesUnder([join(folder, 'nowhere')], ['.xml']))).toBe('file.unreadable');
  });
});

describe('readInput', () => {
  it('reads bytes', async () => expect(Buffer.from(await readInput(join(folder, 'z.xml'))).toString()).toBe('<a/>'));
  it('refuses folders, missing and oversized files without reading them', async () => {
    await writeFile(join(folder, 'big.xml'), '');
    await truncate(join(folder, 'big.xml'), 65 * 1024 * 1024);
    expect(await keyOf(readInput(join(folder, 'b')))).toBe('file.folder');
    expect(await keyOf(readInput(join(folder, 'none.xml')))).toBe('file.unreadable');
    expect(await keyOf(readInput(join(folder, 'big.xml')))).toBe('file.too-large');
  });
});
