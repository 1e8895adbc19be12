import { describe, expect, it } from 'vitest';
import { type Behaviour, html, json, replayServer, testFetcher } from '../testing/index.ts';
import { fetchUhm } from './fetch.ts';
import { uhmSettingsSchema } from './settings.ts';

const rowsOf = (year: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    '\uFEFFår': String(year),
    'upphandlings-id': `KA${year}${i}`,
    'upphandlingens titel': 'Kafé "Björken"; drift',
    antal: null,
  }));

/** RowStore as documented: a regular expression for each column, at most 500 rows a page, a count of all. */
const rowStore =
  (
    rows: readonly Record<string, string | null>[],
    change: (page: Record<string, unknown>, turn: number) => Record<string, unknown> = (page) => page,
  ): Behaviour =>
  (response, asked) => {
    const query = new URL(asked.path, 'http://x').searchParams;
    const [limit, offset] = [Math.min(500, Number(query.get('_limit') ?? 100)), Number(query.get('_offset') ?? 0)];
    const filters = [...query].filter(([name]) => !name.startsWith('_'));
    const found = rows.filter((row) => filters.every(([name, pattern]) => new RegExp(`^${pattern}$`).test(row[name] ?? '')));
    json(change({ results: found.slice(offset, offset + limit), resultCount: found.length, limit, offset }, offset / limit))(response, asked);
  };

async function scan(behaviour: Behaviour, cursor?: string) {
  await using server = await replayServer({ '/a/json': behaviour, '/b/json': behaviour });
  const settings = uhmSettingsSchema.parse({ url: server.url('/'), datasets: ['a', 'b'] });
  const request = { fetcher: testFetcher([server.origin]), since: '2022-11-16', validators: new Map(), settings, signal: new AbortController().signal };
  const documents: { readonly cursor: string | undefined; readonly lines: readonly string[] }[] = [];
  let failure: string | undefined;
  for await (const step of fetchUhm({ ...request, ...(cursor !== undefined && { cursor }) })) {
    if (step.kind === 'document') documents.push({ cursor: step.cursor, lines: new TextDecoder().decode(step.document.bytes).split('\n') });
    if (step.kind === 'failed') failure = step.failure.key;
  }
  return { documents, failure, asked: server.asked.map(({ path }) => decodeURIComponent(path)) };
}

describe('the statistics of Upphandlingsmyndigheten', () => {
  const rows = [...rowsOf(2021, 600), ...rowsOf(2022, 3)];

  it('come as one table a dataset and year, whole, in the agency’s own way of writing', async () => {
    const { documents, failure, asked } = await scan(rowStore(rows));
    expect(failure).toBeUndefined();
    expect(documents.map(({ cursor, lines }) => [cursor, lines.length - 1])).toEqual([
      ['a 2021', 600],
      ['a 2022', 3],
      ['b 2021', 600],
      ['b 2022', 3],
    ]);
    expect(documents[1]?.lines.slice(0, 2)).toEqual(['"år";"upphandlings-id";"upphandlingens titel";"antal"', '"2022";"KA20220";"Kafé ""Björken""; drift";""']);
    expect(new Set(documents[0]?.lines).size).toBe(601);
    expect(asked.slice(1, 4)).toEqual(['/a/json?_limit=1', '/a/json?\uFEFFår=2021&_limit=500&_offset=0', '/a/json?\uFEFFår=2021&_limit=500&_offset=500']);
  });

  it('go on after the last year that was had', async () => {
    expect((await scan(rowStore(rows), 'a 2022')).documents.map(({ cursor }) => cursor)).toEqual(['b 2021', 'b 2022']);
  });

  it.each<[string, Behaviour]>([
    ['uhm.short', rowStore(rows, (page) => ({ ...page, resultCount: 2_000 }))],
    ['uhm.shape', rowStore(rows, (page, turn) => (turn === 1 ? { error: 'x' } : page))],
    ['uhm.columns', rowStore([{ namn: 'x' }])],
    ['uhm.columns', rowStore(rows, (page, turn) => (turn === 1 ? { ...page, results: [{ ny: 'x' }] } : page))],
    ['fetch.media-type', html('<html>')],
    ['fetch.server', html('<h1>502</h1>', 502)],
  ])('%s: nothing of a year that could not be had whole is handed on', async (key, behaviour) => {
    expect(await scan(behaviour)).toMatchObject({ failure: key, documents: [] });
  });
});
