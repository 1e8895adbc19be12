import { readFileSync } from 'node:fs';
import { type Need, parseConcepts, parseTasks, parseTaxonomy } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { splitTasks } from './split-tasks.ts';

const data = (name: string): string => readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8');
const taxonomy = parseTaxonomy(data('taxonomy.tsv'), parseConcepts(data('concepts.tsv')));
const tasks = parseTasks(data('tasks.tsv'));
const need = (title: string, description: string): Need => ({ id: 'n', title, description, cpv: [], places: [], origin: 'x', example: false });
const reason = { rule: 'concept' as const, weight: 1 };
const split = (n: Need, fields: Readonly<Record<string, number>>) =>
  splitTasks(
    n,
    Object.entries(fields).map(([field, probability]) => ({ field, probability, reasons: [reason] })),
    tasks,
    taxonomy,
    () => ({ inCounty: 2, inCountry: 5 }),
  );

describe('splitTasks', () => {
  it('finds tasks by their words, in any form and in compounds, and quotes them', () => {
    const n = need('Städning av Jobbtorg', 'Daglig städning av kontoren och toaletterna. Storstädning två gånger om året.');
    const found = split(n, { 'stad.lokalvard': 0.95 });
    expect(found.filter((t) => t.quotes.length > 0).map((t) => t.task)).toEqual([
      'Daglig städning av kontor och mötesrum',
      'Städning av toaletter och hygienutrymmen',
      'Golvvård och storstädning',
    ]);
    for (const { quotes } of found) for (const q of quotes) expect((q.part === 'title' ? n.title : n.description).slice(q.start, q.end)).toBe(q.text);
    expect(found[0]).toMatchObject({ label: 'Lokalvård', inCounty: 2, inCountry: 5 });
  });

  it('names usual tasks of a clear field after those in the text, without quotes; of an unlikely field none', () => {
    const found = split(need('Lokalvård', 'Vi behöver hjälp.'), { 'stad.lokalvard': 0.95, 'mat.cafe': 0.2 });
    expect(found.at(-1)?.quotes).toEqual([]);
    expect(found.every((t) => t.field === 'stad.lokalvard')).toBe(true);
    expect(split(need('Lokalvård', 'Vi behöver hjälp.'), { 'stad.lokalvard': 0.5 }).every((t) => t.quotes.length > 0)).toBe(true);
  });

  it('has tasks only for fields that exist', () => {
    expect(tasks.filter((t) => !taxonomy.byId.has(t.field))).toEqual([]);
  });
});
