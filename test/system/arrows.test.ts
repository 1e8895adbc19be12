import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The arrows of ARCHITECTURE.md. The linter holds them; here the linter itself is put to the test. */
const arrows: Record<string, readonly string[]> = {
  'packages/domain': [],
  'packages/swedish': [],
  'packages/matching': ['domain', 'swedish'],
  'packages/market': ['domain', 'swedish', 'matching'],
  'packages/sources': ['domain', 'swedish'],
  'packages/store': ['domain'],
  'packages/reports': ['domain', 'market'],
  'workers/scan': ['domain', 'swedish', 'matching', 'market', 'sources', 'store', 'reports'],
};
const rooms = Object.keys(arrows);
const nameOf = (room: string) => room.slice(room.indexOf('/') + 1);
const pure = rooms.filter((room) => !/sources|store|scan/.test(room));
const forms = {
  static: (target: string) => `import { x } from '@asf-match/${target}';\nexport const y = x;\n`,
  type: (target: string) => `import type { X } from '@asf-match/${target}';\nexport type Y = X;\n`,
  dynamic: (target: string) => `export const y = () => import('@asf-match/${target}');\n`,
  reexport: (target: string) => `export { x } from '@asf-match/${target}';\n`,
  relative: (target: string) => `export { x } from '../../../packages/${target}/src/index.ts';\n`,
};

interface Diagnostic {
  readonly category: string;
  readonly location: { readonly path: string };
}

let tree: string;
let refused: Map<string, string[]>;
const write = (path: string, content: string) => {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), content);
};
const lint = (): Diagnostic[] => {
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  try {
    return JSON.parse(execFileSync(join(process.cwd(), 'node_modules/.bin/biome'), args, { cwd: tree, encoding: 'utf8', stdio: 'pipe' })).diagnostics;
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout).diagnostics;
  }
};

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'arrows-'));
  cpSync('biome.json', join(tree, 'biome.json'));
  cpSync('biome', join(tree, 'biome'), { recursive: true });
  for (const room of rooms) {
    cpSync(`${room}/package.json`, join(tree, room, 'package.json'));
    for (const target of rooms.map(nameOf).filter((t) => t !== nameOf(room))) {
      for (const [form, source] of Object.entries(forms)) write(`${room}/src/${form}-${target}.ts`, source(target));
    }
    write(`${room}/src/io.ts`, "import { readFileSync } from 'node:fs';\nexport const y = readFileSync;\n");
    write(`${room}/src/clock.ts`, 'export const y = [Date.now(), new Date(), Math.random()];\n');
    write(`${room}/src/dated.ts`, "export const y = new Date('2026-01-01');\n");
  }
  refused = new Map();
  for (const { category, location } of lint()) refused.set(location.path, [...(refused.get(location.path) ?? []), category]);
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe.each(rooms)('%s', (room) => {
  for (const target of rooms.map(nameOf).filter((t) => t !== nameOf(room))) {
    const allowed = arrows[room]?.includes(target);
    it(`${allowed ? 'may' : 'may not'} import ${target}`, () => {
      const found = Object.keys(forms).filter((form) => refused.get(`${room}/src/${form}-${target}.ts`)?.includes('lint/style/noRestrictedImports'));
      expect(found).toEqual(allowed ? ['relative'] : Object.keys(forms));
    });
  }

  it('depends in package.json on what its arrows allow and nothing else of ours', () => {
    const { dependencies } = JSON.parse(readFileSync(`${room}/package.json`, 'utf8'));
    const ours = Object.keys(dependencies).flatMap((d) => (d.startsWith('@asf-match/') ? [d.slice(11)] : []));
    expect(arrows[room]).toEqual(expect.arrayContaining(ours));
  });

  it(`${pure.includes(room) ? 'has no' : 'may use'} files, clock and chance`, () => {
    expect(Boolean(refused.get(`${room}/src/io.ts`))).toBe(pure.includes(room));
    expect(refused.get(`${room}/src/clock.ts`)?.filter((c) => c === 'plugin') ?? []).toHaveLength(pure.includes(room) ? 3 : 0);
    expect(refused.get(`${room}/src/dated.ts`)).toBeUndefined();
  });
});
