import { type Call, dateOf, InputError } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { type Asked, answer, json, replayServer, shortSteps, stepsOf, testFetcher } from '../testing/index.ts';
import { euFunding } from './index.ts';

/** A topic in the portal’s shape; all of it is made up. */
const topic = (metadata: Record<string, string[]> = {}) => ({
  reference: '50000001TOPICSen',
  metadata: {
    ...{ DATASOURCE: ['SEDIA'], type: ['1'], status: ['31094502'], identifier: ['ESF-2027-WISE'], frameworkProgramme: ['43254019'] },
    ...{ title: ['Work integration &amp; skills &#8211; pilots'], callIdentifier: ['ESF-2027'], deadlineModel: ['single-stage'] },
    ...{ startDate: ['2026-10-01T00:00:00.000+0000'], deadlineDate: ['2027-01-15T00:00:00.000+0000'] },
    descriptionByte: ['<p>Public bodies &amp; NGOs may apply.</p><p>Contact: ann@example.eu</p>'],
    ...metadata,
  },
});
const page = (results: unknown[], more: object = {}) => ({ apiVersion: '2.155', totalResults: results.length, pageNumber: 1, pageSize: 100, results, ...more });
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const parse = async (...results: unknown[]): Promise<readonly Call[]> => (await euFunding.parse(encode(page(results)), 'eu')).calls ?? [];

describe('reading the EU portal', () => {
  it('reads a topic: entities and markup resolved, days of Brussels, a link that works', async () => {
    const [call] = await parse(topic());
    expect(call).toMatchObject({
      ...{ id: 'ESF-2027-WISE', title: 'Work integration & skills – pilots', programme: 'ESF+', status: 'open', language: 'en' },
      url: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/ESF-2027-WISE',
      text: 'Deadline model: single-stage\n\nPublic bodies & NGOs may apply.',
    });
    expect(call?.rounds[0]?.closes[0]).toEqual({ instant: '2027-01-15T22:59:59Z', zone: 'Europe/Brussels', precision: 'day' });
  });

  it('keeps all deadlines of stages and cut-offs, in order', async () => {
    const [call] = await parse(topic({ deadlineDate: ['2027-07-15T00:00:00.000+0000', '2027-01-21T00:00:00.000+0000', '2027-07-15T00:00:00.000+0000'] }));
    expect(call?.rounds[0]?.closes.map(dateOf)).toEqual(['2027-01-21', '2027-07-15']);
  });

  it('takes 31094501 for forthcoming, 31094502 for open, 31094503 for closed, and others for unknown', async () => {
    const codes = ['31094501', '31094502', '31094503', '99999998'];
    const calls = await parse(...codes.map((status, i) => topic({ status: [status], identifier: [`T-${i}`] })));
    expect(calls.map((c) => c.status)).toEqual(['forthcoming', 'open', 'closed', 'unknown']);
  });

  it('takes the budget rows of the topic alone, and 0 for not stated', async () => {
    const row = (action: string, more: object) => ({
      action,
      expectedGrants: 2,
      minContribution: 0,
      maxContribution: 500_000,
      budgetYearMap: { 2026: '800000' },
      ...more,
    });
    const overview = {
      budgetTopicActionMap: { 1: [row('ESF-2027-WISE - ESF-PJG Grants', {}), row('ESF-2027-WISE-2 - ESF-PJG Grants', { maxContribution: 9e9 })] },
    };
    const [call] = await parse(topic({ budgetOverview: [JSON.stringify(overview)] }));
    expect(call).toMatchObject({ budget: { amount: 800_000, currency: 'EUR' }, max: { amount: 500_000, currency: 'EUR' }, grants: 2 });
    expect(call?.min).toBeUndefined();
    expect((await parse(topic({ budgetOverview: ['{broken'] })))[0]?.budget).toBeUndefined();
  });

  it('knows a cascade call by its own name and number', async () => {
    const [call] = await parse(topic({ type: ['8'], callTitle: ['Small grants for coaches'], callccm2Id: ['14741'], ccm2Id: ['49521170'] }));
    expect([call?.id, call?.title, call?.url?.split('/').at(-1)]).toEqual(['14741', 'Small grants for coaches', '14741']);
  });

  it('leaves out stale copies, tenders and questions, and takes a doubled record once', async () => {
    const calls = await parse(
      topic(),
      topic(),
      topic({ DATASOURCE: ['SEDIA_PRD_CENTRICITY'], identifier: ['OLD'] }),
      topic({ type: ['0'], identifier: ['TENDER'] }),
    );
    expect(calls.map((c) => c.id)).toEqual(['ESF-2027-WISE']);
  });

  it('names a record that it cannot read and keeps the others', async () => {
    const parsed = await euFunding.parse(encode(page([{ metadata: { type: 'one' } }, topic()])), 'eu');
    expect([parsed.calls?.length, parsed.remarks[0]?.place]).toEqual([1, 'result 1']);
  });

  it('refuses what is no answer of the search', () => {
    expect(() => euFunding.parse(encode({ type: 'throwable', message: 'An internal error occurred' }), 'eu')).toThrow(InputError);
    expect(() => euFunding.parse(new TextEncoder().encode('<html>'), 'eu')).toThrow(InputError);
  });
});

describe('asking the EU portal', () => {
  const steps = async (behaviour: Parameters<typeof replayServer>[0][string], more?: Parameters<typeof stepsOf>[3]) => {
    await using server = await replayServer({ '/search': behaviour });
    const found = await stepsOf(
      euFunding,
      server.origin,
      { url: server.url('/search') },
      { since: '2026-11-20', fetcher: testFetcher([server.origin], { attempts: 1 }), ...more },
    );
    return { found: shortSteps(found), asked: server.asked.filter((a) => a.method === 'POST') };
  };
  const queryOf = ({ body }: Asked) => JSON.parse(/name="query"[^{]*(\{.*\})/.exec(body)?.[1] ?? '{}').bool.must;

  it('posts one query for each type and state, every part as JSON, sorted by a field that is unique', async () => {
    const { asked, found } = await steps(json(page([topic()])));
    expect(asked).toHaveLength(6);
    const [first] = asked;
    expect(first?.path).toBe('/search?apiKey=SEDIA&text=***&pageSize=100&pageNumber=1');
    expect(first?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(first?.body.match(/Content-Type: application\/json/gi)).toHaveLength(3);
    expect(first?.body).toContain('["en"]');
    expect(asked.map(({ body }) => /"field":"(\w+)"/.exec(body)?.[1])).toEqual([
      'identifier',
      'identifier',
      'callIdentifier',
      'callIdentifier',
      'callccm2Id',
      'callccm2Id',
    ]);
    expect(queryOf(first as Asked)).toContainEqual({ range: { deadlineDate: { gte: '2026-11-20T00:00:00.000+0000' } } });
    expect(queryOf(asked[1] as Asked)).toContainEqual({ terms: { status: ['31094501'] } });
    expect(found.at(-1)).toBe('total 6');
  });

  it('reads every page, and goes on from the cursor of a broken scan', async () => {
    const many = (pageNumber: number) => json(page([topic()], { totalResults: 150, pageNumber }));
    const { found } = await steps([many(1), many(2), json(page([]))]);
    expect(found.slice(0, 3)).toEqual(['document 0:2', 'document 1:1', 'document 2:1']);
    const again = await steps([many(2), json(page([]))], { cursor: '4:2' });
    expect(again.asked.map((a) => a.path.at(-1))).toEqual(['2', '1']);
    expect(again.found).toEqual(['document 5:1', 'document 6:1']);
  });

  it('refuses a page that is not the one it asked for, and an answer without any calls', async () => {
    expect((await steps(json(page([topic()], { pageSize: 50 })))).found).toContain('failed eu-funding.page');
    expect((await steps(json(page([])))).found).toContain('failed eu-funding.empty');
  });

  it('goes on with the other queries when one fails', async () => {
    const { found } = await steps([answer(500, '{"type":"throwable"}', { 'content-type': 'application/json' }), json(page([topic()]))]);
    expect(found).toEqual(['failed fetch.server', 'document 2:1', 'document 3:1', 'document 4:1', 'document 5:1', 'document 6:1', 'total 5']);
  });
});
