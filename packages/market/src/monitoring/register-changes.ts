import type { Organisation, RegisterRow } from '@asf-match/domain';

/** What has become of one row of the register between two looks. */
export interface RegisterChange {
  /** `confirmed`: nothing but the date or the source of the row is new. `gone`: the row is no longer there, which does not mean that the ASF has closed. */
  readonly kind: 'new' | 'closed' | 'reopened' | 'changed' | 'confirmed' | 'gone';
  readonly id: string;
  readonly name: string;
  readonly municipalities: readonly string[];
  /** Swedish names of what is different, for `changed`. */
  readonly what: readonly string[];
}

const PARTS: readonly (readonly [string, (row: RegisterRow) => unknown])[] = [
  ['namn', (r) => r.organisation.name],
  ['organisationsnummer', (r) => r.organisation.orgNumber],
  ['juridisk form', (r) => r.organisation.legalForm],
  ['kommun', (r) => r.organisation.municipalities],
  ['fält', (r) => [...r.fields].sort()],
  ['beskrivning', (r) => r.organisation.offers],
  ['kapacitet', (r) => r.organisation.capacity],
  ['webbplats', (r) => r.organisation.website],
  ['bekräftelse', (r) => r.organisation.status],
  ['anmärkning', (r) => r.organisation.statusNote],
];

/** How the register differs from what it was, by name. Absence never counts as closed: only a row's own status says that. */
export function registerChanges(before: readonly RegisterRow[], after: readonly RegisterRow[]): RegisterChange[] {
  const old = new Map(before.map((r) => [r.organisation.id, r]));
  const now = new Set(after.map((r) => r.organisation.id));
  const changes = [
    ...after.flatMap((row) => changeOf(old.get(row.organisation.id), row) ?? []),
    ...before.filter((r) => !now.has(r.organisation.id)).map((r) => named('gone', r.organisation)),
  ];
  return changes.sort((a, b) => a.name.localeCompare(b.name, 'sv') || (a.id < b.id ? -1 : 1));
}

function changeOf(before: RegisterRow | undefined, after: RegisterRow): RegisterChange | undefined {
  const { organisation } = after;
  if (!before) return named('new', organisation);
  const [was, is] = [before.organisation.status === 'closed', organisation.status === 'closed'];
  if (was !== is) return named(is ? 'closed' : 'reopened', organisation);
  const what = PARTS.filter(([, of]) => JSON.stringify(of(before)) !== JSON.stringify(of(after))).map(([label]) => label);
  if (what.length > 0) return { ...named('changed', organisation), what };
  return before.organisation.seen === organisation.seen && before.organisation.source === organisation.source ? undefined : named('confirmed', organisation);
}

const named = (kind: RegisterChange['kind'], { id, name, municipalities }: Organisation): RegisterChange => ({ kind, id, name, municipalities, what: [] });
