import { existsSync, readFileSync } from 'node:fs';
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

/** The judged cases that are part of the project: described purchases, and enterprises in their own words. */
export const loadOwnSet = (): Judged => read(join(import.meta.dirname, 'own-set'));

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
  const classes = new Map(existsSync(join(folder, 'sources.tsv')) ? rows('sources.tsv').map((line) => [line.split('\t')[0], line.split('\t')[2]]) : []);
  const ids = notices.map((n) => n.id);
  const noticeFields = goldOf(ids, rows('labels.tsv'));
  const profileFields = goldOf(
    organisations.map((o) => o.id),
    rows('profile_labels.tsv'),
  );
  return {
    folder,
    notices,
    organisations,
    noticeFields,
    profileFields,
    qrels: qrelsOf(noticeFields, profileFields),
    idsOf: (only) => new Set(only ? ids.filter((id) => classes.get(id) === only) : ids),
  };
}

/**
 * Every profile with every notice, by the fields that both sides are judged to be about: the highest grade among them, −1 where
 * the only such field is disputed on either side, and 0 where there is none: an alert to a profile that nothing fits is counted too.
 */
function qrelsOf(notices: Gold, profiles: Gold): Qrel[] {
  const isDisputed = ({ disputed }: Gold, id: string, field: FieldId): boolean => disputed.has(`${id}\t${field}`);
  const gradeOf = ({ grades }: Gold, id: string, field: FieldId): number => grades.get(id)?.get(field) ?? 0;
  const fields = new Set([...profiles.grades.values()].flatMap((g) => [...g.keys()]));
  for (const pair of [...profiles.disputed, ...notices.disputed]) fields.add(pair.split('\t')[1] as FieldId);
  return profiles.ids.flatMap((profile) =>
    notices.ids.map((notice) => {
      const sure = [...fields].filter((f) => gradeOf(profiles, profile, f) > 0).map((f) => gradeOf(notices, notice, f));
      const best = Math.max(0, ...sure);
      if (best > 0) return { profile, notice, grade: best };
      const mayFit = [...fields].some(
        (f) => (gradeOf(profiles, profile, f) > 0 || isDisputed(profiles, profile, f)) && (gradeOf(notices, notice, f) > 0 || isDisputed(notices, notice, f)),
      );
      return { profile, notice, grade: mayFit ? -1 : 0 };
    }),
  );
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
