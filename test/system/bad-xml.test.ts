import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asfMatch, type Ran } from './cli.ts';
import { eformsNotice } from './eforms.ts';

const good = eformsNotice({ number: 1 });
/** File name → content and the words its one line must hold. */
const bad: Record<string, { content: string | Buffer; says: RegExp }> = {
  'truncated.xml': { content: good.slice(0, good.length - 400), says: /line \d+/ },
  'encoding.xml': { content: Buffer.from(good.replace('Lokalvård', 'Lokalv\u00e5rd'), 'latin1'), says: /byte|encod/i },
  'doctype.xml': {
    content: `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>`,
    says: /DOCTYPE/,
  },
  'external.xml': { content: `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>`, says: /DOCTYPE/ },
  'deep.xml': { content: `<ContractNotice>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</ContractNotice>`, says: /nest|deep|level/i },
  'page.xml': { content: '<!doctype html><html><head><title>404</title></head><body><p>Sidan finns inte<br></body></html>', says: /HTML/ },
  'other.xml': { content: '<?xml version="1.0"?><invoice><id>1</id></invoice>', says: /invoice/ },
  'empty.xml': { content: '', says: /empty/i },
};

let folder: string;
let ran: Ran;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bad-'));
  await mkdir(join(folder, 'in'));
  for (const [name, { content }] of Object.entries(bad)) await writeFile(join(folder, 'in', name), content);
  await writeFile(join(folder, 'in', 'zz-good.xml'), good);
  const huge = await open(join(folder, 'in', 'huge.xml'), 'w');
  await huge.write('<ContractNotice><a>');
  for (let i = 0; i < 100; i++) await huge.write('x'.repeat(1024 * 1024));
  await huge.write('</a></ContractNotice>');
  await huge.close();
  ran = await asfMatch('--store', join(folder, 'store'), 'ingest', join(folder, 'in'), '--json');
});
afterAll(() => rm(folder, { recursive: true }));

describe('a folder of bad XML with one good notice in it', () => {
  it.each([...Object.entries(bad).map(([name, { says }]) => [name, says] as const), ['huge.xml', /MiB/] as const])(
    '%s is refused in one clear line',
    (name, says) => {
      const lines = ran.err.split('\n').filter((line) => line.includes(`/${name}`));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(says);
    },
  );

  it('goes on with the rest and says so in counts and exit code', () => {
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ files: 10, read: 1, refused: 9, notices: { new: 1 } });
  });

  it('stores the good notice and nothing of the bad', async () => {
    const { out } = await asfMatch('--store', join(folder, 'store'), 'export');
    expect(out).toContain('Exempelköpings kommun');
    expect(out).not.toMatch(/invoice|Sidan finns inte|etc\/passwd/);
  });

  it('refuses an empty folder as a whole', async () => {
    await mkdir(join(folder, 'nothing'));
    const { code, err } = await asfMatch('--store', join(folder, 'store'), 'ingest', join(folder, 'nothing'));
    expect(code).toBe(2);
    expect(err).toMatch(/nothing: The folder holds no \.xml or \.jsonl file/);
  });
});
