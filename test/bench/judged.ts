import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FieldId,
  type Municipality,
  type Notice,
  type Organisation,
  parseConcepts,
  parseMunicipalities,
  parseTaxonomy,
  type Taxonomy,
} from '@asf-match/domain';
import { readNoticeLines, readProfileLines } from '@asf-match/sources';
import { shared } from '../corpus/shared.ts';
import type { Gold, Qrel } from './metrics.ts';

/** The kinds of judged notices: described purchases, and register rows with title and codes only. */
export type NoticeClass = 'text' | 'register';

/** The tables that ship with the engine. */
export interface Reference {
  readonly taxonomy: Taxonomy;
  readonly municipalities: readonly Municipality[];
}

/** The judged cases, which are not part of the project. */
export interface Judged {
  readonly folder: string;
  readonly notices: readonly Notice[];
  readonly organisations: readonly Organisation[];
  readonly noticeFields: Gold;
  readonly profileFields: Gold;
  readonly qrels: readonly Qrel[];
  /** The ids of the notices of a class, or of all. */
  idsOf(only?: NoticeClass): ReadonlySet<string>;
}

const table = (name: string): string => readFileSync(join(import.meta.dirname, '../../data', name), 'utf8');

export const loadReference = (): Reference => ({
  taxonomy: parseTaxonomy(table('taxonomy.tsv'), parseConcepts(table('concepts.tsv'))),
  municipalities: parseMunicipalities(table('municipalities.tsv')),
});

let loaded: Judged | undefined;

/** Reads the judged cases once; undefined when they are not on this machine. */
export function loadJudged(): Judged | undefined {
  const folder = shared('bench');
  if (folder) loaded ??= read(folder);
  return loaded;
}

/** The judged cases, or a line that says why the part is skipped. */
export function judgedOrSkip(part: string): Judged | undefined {
  const judged = loadJudged();
  if (!judged) console.log(`${part}: skipped, the judged cases are not on this machine (set ASF_SHARED to the folder that holds them)`);
  return judged;
}

function read(folder: string): Judged {
  const bytes = (name: string): Uint8Array => readFileSync(join(folder, name));
  const rows = (name: string): string[] =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() && !line.startsWith('#'));
  const { notices } = readNoticeLines(bytes('notices.jsonl'), 'notices.jsonl');
  const { organisations } = readProfileLines(bytes('profiles.jsonl'), 'profiles.jsonl', '2026-11-24');
  const classes = new Map(rows('sources.tsv').map((line) => [line.split('\t')[0], line.split('\t')[2]]));
  const ids = notices.map((n) => n.id);
  return {
    folder,
    notices,
    organisations,
    noticeFields: goldOf(ids, rows('labels.tsv')),
    profileFields: goldOf(
      organisations.map((o) => o.id),
      rows('profile_labels.tsv'),
    ),
    qrels: rows('qrels.txt').map((line) => {
      const [profile = '', , notice = '', grade] = line.trim().split(/\s+/);
      return { profile, notice, grade: Number(grade) };
    }),
    idsOf: (only) => new Set(only ? ids.filter((id) => classes.get(id) === only) : ids),
  };
}

function goldOf(ids: readonly string[], rows: readonly string[]): Gold {
  const grades = new Map(ids.map((id) => [id, new Map<FieldId, number>()]));
  const disputed = new Set<string>();
  for (const row of rows) {
    const [id = '', field = '', grade] = row.split('\t');
    if (Number(grade) < 0) disputed.add(`${id}\t${field}`);
    else grades.get(id)?.set(field, Number(grade));
  }
  return { ids, grades, disputed };
}

/** The labels of these items only. */
export const onlyItems = (gold: Gold, items: ReadonlySet<string>): Gold => ({ ...gold, ids: gold.ids.filter((id) => items.has(id)) });
