import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAnnex2, parseMunicipalities, parseTaxonomy, parseThresholds, STOCKHOLM_COUNTY } from '@asf-match/domain';
import { parseTedNotice, readPlan, readRegister, registerCsv } from '@asf-match/sources';
import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(join('data', name));
const taxonomy = parseTaxonomy(read('taxonomy.tsv').toString());
const municipalities = parseMunicipalities(read('municipalities.tsv').toString());

describe('what ships in data/', () => {
  it('has a taxonomy of 12 groups and 57 fields, each with words and codes, no word both for and against', () => {
    expect([taxonomy.groups.length, taxonomy.leaves.length]).toEqual([12, 57]);
    for (const { id, terms, negativeTerms, cpvPrimary } of taxonomy.leaves) {
      expect(terms.length, id).toBeGreaterThan(3);
      expect(cpvPrimary.length, id).toBeGreaterThan(0);
      const against = new Set(negativeTerms.map((t) => t.toLowerCase()));
      expect(
        terms.filter((t) => against.has(t.toLowerCase())),
        id,
      ).toEqual([]);
      expect(
        [...terms, ...negativeTerms].filter((t) => /[()]/.test(t)),
        id,
      ).toEqual([]);
    }
  });

  it('knows the 26 municipalities of Stockholm county, and its limits and lists can be read', () => {
    expect(municipalities.filter((m) => m.nuts3 === STOCKHOLM_COUNTY)).toHaveLength(26);
    expect(new Set(municipalities.map((m) => m.code)).size).toBe(municipalities.length);
    expect(parseThresholds(read('thresholds.tsv').toString()).length).toBeGreaterThan(3);
    expect(parseAnnex2(read('annex2.tsv').toString()).length).toBeGreaterThan(100);
  });

  it('has an example register without problems: Stockholm county first, source and day in every row, nothing confirmed, no contacts', async () => {
    const { organisations, problems, remarks } = await readRegister(read('register-example.csv'), 'register-example.csv', { taxonomy, municipalities });
    expect([problems, remarks]).toEqual([[], []]);
    expect(organisations.length).toBeGreaterThan(70);
    expect(organisations[0]?.nuts).toEqual([STOCKHOLM_COUNTY]);
    expect(organisations.filter((o) => o.status === 'verified')).toEqual([]);
    expect(organisations.filter((o) => !o.source || !o.seen)).toEqual([]);
    expect(read('register-example.csv').toString()).not.toMatch(/[\w.]+@[\w.]+/);
    const again = await readRegister(Buffer.from(registerCsv(organisations)), 'again.csv', { taxonomy, municipalities });
    expect(again.organisations.map(({ origin: _, ...o }) => o)).toEqual(organisations.map(({ origin: _, ...o }) => o));
  });

  it('has an example plan of 15 purchases, all marked as such', async () => {
    const { needs, problems } = await readPlan(read('purchase-plan-example.csv'), 'purchase-plan-example.csv');
    expect(problems).toEqual([]);
    expect(needs).toHaveLength(15);
    expect(needs.every((n) => n.example && n.value && n.plannedStart && n.status)).toBe(true);
  });

  it('has example notices that can be read, say that they are made up, and have no page at TED', () => {
    const names = readdirSync('data/example/notices');
    expect(names).toHaveLength(14);
    for (const name of names) {
      const { notice, remarks } = parseTedNotice(read(`example/notices/${name}`), name);
      expect(remarks, name).toEqual([]);
      expect(notice.description, name).toMatch(/^Påhittat exempel\./);
      expect(notice.url, name).toBeUndefined();
    }
  });
});
