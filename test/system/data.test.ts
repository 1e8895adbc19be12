import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  conceptsOf,
  isListed,
  type Need,
  parseAnnex2,
  parseConcepts,
  parseMunicipalities,
  parseTaxonomy,
  parseThresholds,
  STOCKHOLM_COUNTY,
  subjectOfNeed,
  thresholdsOn,
} from '@asf-match/domain';
import { createClassifier } from '@asf-match/matching';
import { parseTedNotice, readPlan, readRegister, registerCsv } from '@asf-match/sources';
import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(join('data', name));
const taxonomy = parseTaxonomy(read('taxonomy.tsv').toString(), parseConcepts(read('concepts.tsv').toString()));
const municipalities = parseMunicipalities(read('municipalities.tsv').toString());

describe('what ships in data/', () => {
  it('has a taxonomy of 12 groups and 57 fields, each with words and codes, no word both for and against', () => {
    expect([taxonomy.groups.length, taxonomy.leaves.length]).toEqual([12, 57]);
    for (const field of taxonomy.leaves) {
      const { id } = field;
      const [terms, negativeTerms] = [conceptsOf(field, 'term', 'offer-term'), conceptsOf(field, 'negative')].map((list) => list.map((c) => c.text)) as [
        string[],
        string[],
      ];
      expect(terms.length, id).toBeGreaterThan(3);
      expect(conceptsOf(field, 'cpv').length, id).toBeGreaterThan(0);
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
    const parts = municipalities.flatMap((m) => m.also);
    expect(new Set(parts).size).toBe(parts.length);
  });

  it('has the lists of the law in full: 83 ranges in bilaga 2, 18 in 19 kap. 25 § and 17 in 25 a §', () => {
    const annex2 = parseAnnex2(read('annex2.tsv').toString());
    expect((['annex-2', '19-25', '19-25a'] as const).map((list) => annex2.filter((row) => row.list === list).length)).toEqual([83, 18, 17]);
    const lists = (code: string) => (['annex-2', '19-25', '19-25a'] as const).filter((list) => isListed(code, list, annex2));
    // Café is within the range of hotels and restaurants; cleaning, career guidance and laundry are in no list.
    expect(['55330000', '90910000', '79634000', '98310000'].map(lists)).toEqual([['annex-2'], [], [], []]);
    expect(['55511000', '80530000', '80590000', '85312510'].map(lists)).toEqual([
      ['annex-2'],
      ['annex-2', '19-25a'],
      ['annex-2', '19-25', '19-25a'],
      ['annex-2', '19-25', '19-25a'],
    ]);
  });

  it('has the limits of the law, and does not make up kronor that nobody has published', () => {
    const on = (date: string) => thresholdsOn(date, parseThresholds(read('thresholds.tsv').toString()));
    const shown = (date: string) =>
      on(date).map(({ id, limit, verified }) => `${id} ${limit.amount} ${limit.currency} ${verified ? 'verified' : 'unverified'}`);
    expect(shown('2025-06-01').sort()).toEqual(['annex-2 8109450 SEK verified', 'direct-award 700000 SEK verified', 'eu-threshold 2389585 SEK verified']);
    expect(shown('2026-11-24').sort()).toEqual(['annex-2 750000 EUR unverified', 'direct-award 700000 SEK verified', 'eu-threshold 216000 EUR unverified']);
  });

  it('does not take one word for another', () => {
    const classifier = createClassifier(taxonomy);
    const fieldsOf = (title: string) => {
      const need: Need = { id: 'x', title, description: '', cpv: [], places: [], origin: 'test', example: true };
      return new Set(classifier.classifySubject(subjectOfNeed(need)).flatMap((c) => (c.probability >= 0.5 ? c.field : [])));
    };
    const mistaken = [
      ['Bygghandlingar och sårbehandling', 'kontor.skanning'],
      ['Fast internet till kommunens lokaler', 'besok.konferens'],
      ['Utredning av buller', 'mat.bageri'],
      ['Ombyggnad plan PL 3-4', 'logistik.lager'],
      ['Dagligvaror i konsumentförpackningar', 'logistik.lego'],
      ['Stängsel och grindar', 'gron.skog'],
      ['Snöröjningsarbeten', 'gron.skog'],
      ['Flyttning av fordon', 'logistik.flytt'],
      ['System för kundtjänst', 'kontor.service'],
    ] as const;
    expect(mistaken.filter(([text, field]) => fieldsOf(text).has(field))).toEqual([]);
    const asked = [
      ['Cirkulationstvätt', 'textil.tvatt'],
      ['Rekond av tjänstebilar', 'stad.fordon'],
      ['Snöröjningsarbeten', 'gron.sno'],
      ['Transport av mat till äldreboenden', 'mat.lador'],
      ['Lokalvårdsentreprenad', 'stad.lokalvard'],
      ['Sandupptagning och maskinsopning', 'stad.gatu'],
    ] as const;
    expect(asked.filter(([text, field]) => !fieldsOf(text).has(field))).toEqual([]);
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
      // No organisation's number begins with 4, so the buyers' numbers belong to nobody.
      expect(
        notice.buyers.map((b) => b.orgNumber ?? ''),
        name,
      ).toEqual([expect.stringMatching(/^402000-\d{4}$/)]);
    }
  });
});
