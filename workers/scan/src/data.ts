import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Annex2,
  type Barrier,
  type FollowUpRule,
  InputError,
  type Municipality,
  parseAnnex2,
  parseBarriers,
  parseConcepts,
  parseFollowUp,
  parseMunicipalities,
  parseTasks,
  parseTaxonomy,
  parseThresholds,
  type Task,
  type Taxonomy,
  type Threshold,
} from '@asf-match/domain';

/** The tables that a user may edit, read and checked. */
export interface ReferenceData {
  readonly taxonomy: Taxonomy;
  readonly municipalities: readonly Municipality[];
  readonly thresholds: readonly Threshold[];
  readonly annex2: Annex2;
  readonly tasks: readonly Task[];
}

/** Reads the tables of the data folder. @throws InputError naming the file and the line. */
export async function loadReferenceData(folder: string): Promise<ReferenceData> {
  const [concepts, municipalities, thresholds, annex2, tasks] = await Promise.all([
    loadTable(folder, 'concepts.tsv', parseConcepts),
    loadTable(folder, 'municipalities.tsv', parseMunicipalities),
    loadTable(folder, 'thresholds.tsv', parseThresholds),
    loadTable(folder, 'annex2.tsv', parseAnnex2),
    loadTable(folder, 'tasks.tsv', parseTasks),
  ]);
  const taxonomy = await loadTable(folder, 'taxonomy.tsv', (tsv) => parseTaxonomy(tsv, concepts));
  return { taxonomy, municipalities, thresholds, annex2, tasks };
}

/** Reads the barriers of the data folder. @throws InputError naming the file and the barrier. */
export const loadBarriers = (folder: string): Promise<Barrier[]> => loadTable(folder, 'barriers.json', parseBarriers);

/** Reads which purchases are followed up. @throws InputError naming the file and the line. */
export const loadFollowUpRule = (folder: string, taxonomy: Taxonomy): Promise<FollowUpRule> =>
  loadTable(folder, 'follow-up.tsv', (tsv) => parseFollowUp(tsv, taxonomy));

/** Reads one table of the data folder. @throws InputError naming the file and the line. */
export async function loadTable<T>(folder: string, name: string, parse: (tsv: string) => T): Promise<T> {
  const file = join(folder, name);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new InputError({
      key: 'data.unreadable',
      file,
      message: `The table cannot be read (${error.code}).`,
      remedy: 'Give the right folder with --data, or put the table back.',
    });
  });
  try {
    return parse(text);
  } catch (error) {
    throw new InputError({
      key: 'data.malformed',
      file,
      message: `${(error as Error).message}.`,
      remedy: 'Mend the line, or take the table that ships with asf-match.',
    });
  }
}
