import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asfMatch } from './cli.ts';

let folder: string;
const file = (name: string): string => join(folder, name);
const lines = (...objects: readonly object[]): string => `${objects.map((o) => JSON.stringify(o)).join('\n')}\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'asf-matching-'));
  await writeFile(
    file('notices.jsonl'),
    lines(
      { id: 'n1', title: 'Storstädning av skolor', cpv: ['45233120'], place: 'Solna', lots: [] },
      { id: 'n2', title: 'Asfaltering av väg', cpv: ['45233120'], lots: [] },
    ),
  );
  await writeFile(file('profiles.jsonl'), lines({ id: 'p1', name: 'Städlaget <b>', municipality: 'Solna', offers: 'Vi städar kontor och skolor.' }));
});
afterAll(() => rm(folder, { recursive: true }));

const explain = (...more: readonly string[]) =>
  asfMatch('explain', '--store', file('store'), '--notices', file('notices.jsonl'), '--profiles', file('profiles.jsonl'), ...more);

describe('explain', () => {
  it('shows reasons that add up, what was quoted, and where code and words disagree', async () => {
    const { code, out } = await explain('--notice', 'n1', '--profile', 'p1');
    expect(code).toBe(0);
    expect(out).toContain('inköpet säger ”Storstädning” (rubriken, tecken 0–12)');
    expect(out).toContain('Texten och koden går isär: ”Storstädning” talar för Lokalvård, men huvudkoden 45233120 för något annat.');
    const explanation = JSON.parse((await explain('--notice', 'n1', '--profile', 'p1', '--json')).out);
    const logOdds = explanation.reasons.reduce((sum: number, r: { weight: number }) => sum + r.weight, 0);
    expect(1 / (1 + Math.exp(-logOdds))).toBeCloseTo(explanation.probability, 12);
  });

  it('finds an organisation by its name, and says when there is nothing between the two', async () => {
    const { code, out } = await explain('--notice', 'n2', '--profile', 'städlaget <b>');
    expect([code, out]).toEqual([0, 'Inget i inköpet har med verksamheten att göra: inget gemensamt fält och inga gemensamma ord.\n']);
  });

  it('refuses what it does not know', async () => {
    const unknown = await explain('--notice', 'n9', '--profile', 'p1');
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('There is no notice n9')]);
    expect((await explain('--notice', 'n1', '--profile', 'p9')).err).toContain('There is no organisation p9');
    const stored = await asfMatch('explain', '--store', file('store'), '--notice', '123456-2026', '--profile', 'p1');
    expect(stored.err).toContain('123456-2026 is neither a file nor a notice that is stored');
    const several = await asfMatch('explain', '--store', file('store'), '--notice', file('notices.jsonl'), '--profile', 'p1');
    expect(several.err).toContain('The file holds 2 notices');
  });
});

describe('fields check', () => {
  it('shows what a change gains and loses, and rows that contradict each other', async () => {
    await cp('data', file('data'), { recursive: true });
    const map = await readFile('data/concepts.tsv', 'utf8');
    await writeFile(
      file('data/concepts.tsv'),
      `${map}kontor.film\tord\tasfaltering\t1,5\tjag\nkontor.film\tord\tstorstädning\t\tjag\nkontor.film\tmotord\tstorstädningar\t\tjag\n`,
    );
    const { code, out } = await asfMatch('fields', 'check', '--data', file('data'), '--store', file('store'), '--notices', file('notices.jsonl'));
    expect(code).toBe(0);
    expect(out).toContain('Att se över: kontor.film, ”storstädning” talar både för och emot fältet.');
    expect(out).toContain('Prövad på 2 annonser');
    expect(out).toContain('kontor.film: Asfaltering av väg');
  });

  it('finds nothing to mend in what ships', async () => {
    const { out } = await asfMatch('fields', 'check', '--store', file('store'), '--notices', file('notices.jsonl'));
    expect(out.split('\n').slice(1)).toEqual([expect.stringMatching(/^Prövad på 2 annonser mot .*: 0 tillkommer, 0 faller bort\.$/), '']);
  });

  it('names the file and the line of a row that it cannot use', async () => {
    await writeFile(file('data/concepts.tsv'), 'field\tkind\ttext\tweight\tsource\nmat.cafe\tord\tcafé\tmycket\tjag\n');
    const { code, err } = await asfMatch('fields', 'check', '--data', file('data'), '--store', file('store'));
    expect([code, err]).toEqual([2, expect.stringContaining('concepts.tsv: line 2, column weight')]);
  });
});

describe('predict-cpv', () => {
  it('learns, keeps what it learnt, and predicts from it', { timeout: 180_000 }, async () => {
    const cleaning = ['Lokalvård i skolor', 'Städning av kontor', 'Storstädning', 'Kontorsstädning i två hus'].map((title) => `90910000\t${title}`);
    const roads = ['Vägarbeten', 'Ombyggnad av väg', 'Vägbelysning', 'Vägombyggnad, etapp 1'].map((title) => `45233120\t${title}`);
    const rows = [...cleaning, ...roads];
    await writeFile(file('train.tsv'), ['id\tpublished\tcpv\ttitle', ...rows.map((row, i) => `${i}\t2021-0${i + 1}-01\t${row}`), '9\t\t\tUtan kod'].join('\n'));
    await writeFile(file('titles.tsv'), 'id\ttitle\na\tSkolstädning\nb\tOmbyggnad av vägen\n');
    const trained = await asfMatch('predict-cpv', '--train', file('train.tsv'), '--model', file('model'));
    expect([trained.code, trained.err]).toEqual([0, expect.stringContaining('expressions and 8 titles, 2021-01-01 to 2021-08-01')]);
    const predicted = await asfMatch('predict-cpv', '--model', file('model'), '--titles', file('titles.tsv'));
    expect(predicted.out).toMatch(/^a\t90,\d\d,\d\d,\d\d,\d\d\t(?:0\.\d{4},?){5}\nb\t45,/);
    await writeFile(file('model'), (await readFile(file('model'))).subarray(0, 400));
    const damaged = await asfMatch('predict-cpv', '--model', file('model'), '--titles', file('titles.tsv'));
    expect([damaged.code, damaged.err]).toEqual([2, expect.stringMatching(/model: .*(damaged|no model file)/)]);
    expect((await asfMatch('predict-cpv', '--titles', file('titles.tsv'))).err).toContain('Give --train, or --model');
  });
});

it('splits the words of a file', { timeout: 120_000 }, async () => {
  await writeFile(file('words.txt'), '\uFEFFstädtjänster\r\n\r\nArbetsmarknadsinsatser\nfönster\n');
  const { code, out } = await asfMatch('split', '--words', file('words.txt'));
  expect([code, out]).toEqual([0, 'städtjänster\tstäd|tjänster\nArbetsmarknadsinsatser\tarbets|marknads|insatser\nfönster\tfönster\n']);
});
