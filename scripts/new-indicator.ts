/**
 * `pnpm new:indicator NAME`: makes the folder of an indicator, with a fixture pair that passes and a page to fill in, and
 * names it in the list of all. What it makes is shown as a worked example in docs/new-indicator.md.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(import.meta.dirname, '../packages/market/src/indicators');
const name = process.argv[2] ?? '';

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) fail('Give a name in lower case with hyphens, e.g. pnpm new:indicator share-of-frameworks');
if (existsSync(join(FOLDER, name))) fail(`${name} is there already.`);
const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const index = `import { type Indicator } from '@asf-match/domain';
import { figureOfPast, shareOrCases } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';

/** TODO: what is counted, why, and after which law, standard or paper. */
export function ${camel}({ past }: IndicatorInput): Indicator[] {
  if (!past || past.similar.length === 0) return [];
  const purchases = past.similar.map((s) => s.history.purchase);
  const counted = purchases.filter((p) => p.framework);
  return [
    shareOrCases(
      { ...figureOfPast('${name}', past), label: 'TODO: vad en läsare ser', n: purchases.length, method: 'TODO: vad som räknades och hur.', notes: [] },
      counted.length,
      () => ({ columns: [{ label: 'Inköp', unit: 'text' }], rows: counted.map((p) => [p.title]) }),
    ),
  ];
}
`;
const files = {
  'index.ts': index,
  'index.test.ts': `import { indicatorContract } from '../contract.ts';\nimport { ${camel} } from './index.ts';\n\nindicatorContract(import.meta.dirname, ${camel});\n`,
  'README.md': `# TODO: title\nTODO: what it tells a buyer.\n\n**Method** TODO. **Source** TODO. **Doubt** TODO.\n`,
  'references/input.json': `${JSON.stringify({ similar: [{ title: 'Städ', framework: true }, {}] }, null, 1)}\n`,
  'references/expected.json': `${JSON.stringify([{ kind: 'cases', n: 2, rows: [['Städ']] }], null, 1)}\n`,
};
mkdirSync(join(FOLDER, name, 'references'), { recursive: true });
for (const [file, text] of Object.entries(files)) writeFileSync(join(FOLDER, name, file), text);

const list = join(FOLDER, 'indicators-for.ts');
const text = readFileSync(list, 'utf8');
const named = text.replace(/\n\];\n/, `\n  ${camel},\n];\n`).replace(/\n\ntype Count/, `\nimport { ${camel} } from './${name}/index.ts';\n\ntype Count`);
writeFileSync(list, named);
process.stdout.write(`Made packages/market/src/indicators/${name}/. Next: write the fixture pair, then the function; biome check --write sorts the imports.\n`);

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
