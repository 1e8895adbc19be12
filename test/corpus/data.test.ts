import { readdirSync, readFileSync } from 'node:fs';
import { parseAnnex2, parseConcepts, subjectOfNeed, subjectOfNotice } from '@asf-match/domain';
import { parseTedNotice, readCpvList, readPlan } from '@asf-match/sources';
import { describe, expect, it } from 'vitest';
import { named, shared } from './shared.ts';

const file = shared('codelists/cpv2008_sv_en.tsv');

describe.skipIf(!file)(named('the codes in data/', file), () => {
  const official = new Set(file ? readCpvList(readFileSync(file), file).map((label) => label.code) : []);

  it('are all in the official list', () => {
    expect(official.size).toBe(9454);
    const concepts = parseConcepts(readFileSync('data/concepts.tsv', 'utf8'));
    const used = concepts.flatMap((c) => (c.kind.startsWith('cpv') ? c.text : []));
    const annex2 = parseAnnex2(readFileSync('data/annex2.tsv', 'utf8')).flatMap((row) => [row.from, row.to]);
    expect([...used, ...annex2].filter((code) => !official.has(code))).toEqual([]);
  });

  it('are all in the official list also in the example plan and the example notices', async () => {
    const { needs } = await readPlan(readFileSync('data/purchase-plan-example.csv'), 'purchase-plan-example.csv');
    const notices = readdirSync('data/example/notices').map((name) => parseTedNotice(readFileSync(`data/example/notices/${name}`), name).notice);
    const codes = [...needs.map(subjectOfNeed), ...notices.map(subjectOfNotice)].flatMap((subject) => subject.cpv.map(({ code }) => code));
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !official.has(code))).toEqual([]);
  });
});
