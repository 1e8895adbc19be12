import { isStale, type RegisterRow, type RegisterSnapshot, type Taxonomy } from '@asf-match/domain';
import { type RegisterChange, registerChanges } from './register-changes.ts';

/** Which fields the ASF work in, where, and what has changed (omvärldsbevakning). */
export interface FieldMonitor {
  readonly kind: 'omvarldsbevakning';
  /** ISO date. */
  readonly madeOn: string;
  readonly version: string;
  readonly example: boolean;
  readonly register: { readonly rows: number; readonly open: number; readonly old: number; readonly closed: number; readonly withoutField: number };
  /** Municipalities of open rows, most rows first; a row with several stands in each. */
  readonly municipalities: readonly (PlaceCount & { readonly known: boolean })[];
  /** Fields with at least one open row, in the order of the catalogue. */
  readonly fields: readonly FieldPlaces[];
  /** Labels of fields without any open row. */
  readonly empty: readonly string[];
  /** Absent when there is no earlier look to compare with. */
  readonly since?: { readonly taken: string; readonly changes: readonly RegisterChange[] };
  /** Open rows whose source is older than twelve months, oldest first. */
  readonly old: readonly { readonly name: string; readonly municipalities: readonly string[]; readonly seen: string; readonly source: string }[];
  readonly sources: readonly { readonly source: string; readonly rows: number }[];
}

interface FieldPlaces {
  readonly field: string;
  readonly label: string;
  readonly group: string;
  /** Open rows. */
  readonly count: number;
  readonly old: number;
  readonly places: readonly PlaceCount[];
}

interface PlaceCount {
  readonly name: string;
  readonly count: number;
}

/** What stands where a row names no municipality. */
const UNKNOWN_PLACE = 'okänd kommun';

/**
 * Field × municipality × count of the open rows of the register, what is new, changed and closed since an earlier look,
 * and which rows are old. Pure.
 */
export function monitorFields(input: {
  readonly rows: readonly RegisterRow[];
  readonly before?: RegisterSnapshot | undefined;
  readonly taxonomy: Taxonomy;
  readonly example: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly version: string;
}): FieldMonitor {
  const { rows, before, taxonomy, example, today, version } = input;
  const open = rows.filter((r) => r.organisation.status !== 'closed');
  const old = open.filter((r) => isStale(r.organisation.seen, today));
  const inField = (field: string) => open.filter((r) => r.fields.includes(field));
  return {
    kind: 'omvarldsbevakning',
    ...{ madeOn: today, version, example },
    register: {
      rows: rows.length,
      open: open.length,
      old: old.length,
      closed: rows.length - open.length,
      withoutField: open.filter((r) => r.fields.length === 0).length,
    },
    municipalities: placesOf(open).map((place) => ({ ...place, known: place.name !== UNKNOWN_PLACE })),
    fields: taxonomy.leaves.flatMap((leaf): FieldPlaces[] => {
      const those = inField(leaf.id);
      if (those.length === 0) return [];
      const group = taxonomy.byId.get(leaf.parent ?? '')?.labelSv ?? '';
      return [{ field: leaf.id, label: leaf.labelSv, group, count: those.length, old: those.filter((r) => old.includes(r)).length, places: placesOf(those) }];
    }),
    empty: taxonomy.leaves.filter((leaf) => inField(leaf.id).length === 0).map((leaf) => leaf.labelSv),
    ...(before && { since: { taken: before.taken, changes: registerChanges(before.rows, rows) } }),
    old: old
      .map(({ organisation: { name, municipalities, seen, source } }) => ({ name, municipalities, seen, source }))
      .sort((a, b) => (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : a.name.localeCompare(b.name, 'sv'))),
    sources: counted(rows.flatMap((r) => r.organisation.source)).map(({ name, count }) => ({ source: name, rows: count })),
  };
}

const placesOf = (rows: readonly RegisterRow[]) =>
  counted(rows.flatMap(({ organisation: { municipalities } }) => (municipalities.length > 0 ? [...new Set(municipalities)] : [UNKNOWN_PLACE])));

/** Most first, then by name. */
function counted(names: readonly string[]): { name: string; count: number }[] {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, those]) => ({ name, count: those.length }));
  return counts.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'sv'));
}
