import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `pnpm new:source NAME` lays out the folder of a source that runs, is tested and is off, and enters it where sources are
 * listed. What is left is to read the real thing and to say in the docstrings what was verified.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string', default: process.cwd() } } });
const [id = ''] = positionals;
if (positionals.length !== 1 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) fail('Give one name in lower case with hyphens: pnpm new:source region-stockholm');

const folder = join(values.root, 'packages/sources/src', id);
if (existsSync(folder)) fail(`${folder} is there already.`);

const type = id.replace(/(^|-)(.)/g, (_, _hyphen, letter: string) => letter.toUpperCase());
const name = type.charAt(0).toLowerCase() + type.slice(1);
const written: Readonly<Record<string, string>> = {
  'index.ts': 'index.ts.txt',
  'fetch.ts': 'fetch.ts.txt',
  'parse.ts': 'parse.ts.txt',
  [`${id}.test.ts`]: 'source.test.ts.txt',
  'references/answer.json': 'answer.json.txt',
  'references/expected.json': 'expected.json.txt',
};
for (const [file, template] of Object.entries(written)) {
  const text = await readFile(new URL(`new-source/${template}`, import.meta.url), 'utf8');
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text.replaceAll('__id__', id).replaceAll('__name__', name).replaceAll('__Type__', type));
}
await change('packages/sources/src/index.ts', (text) => `${text}export { ${name} } from './${id}/index.ts';\n`);
await change('workers/scan/src/sources.ts', (text) =>
  text.replace(/,?\s*\} from '@asf-match\/sources';/, `, ${name} } from '@asf-match/sources';`).replace(/,?\s*\];\s*$/, `, ${name}];\n`),
);
process.stdout.write(
  `${folder} is laid out, and entered in packages/sources/src/index.ts and workers/scan/src/sources.ts.\nNow: biome check --write, then vitest run --project unit ${id}\n`,
);

async function change(file: string, by: (text: string) => string): Promise<void> {
  const path = join(values.root, file);
  const text = await readFile(path, 'utf8');
  const changed = by(text);
  if (!changed.includes(name)) fail(`${path} is not as expected; enter ${name} there by hand.`);
  await writeFile(path, changed);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
