import type { Organisation } from './organisation.ts';
import type { FieldId } from './taxonomy.ts';

/** A row of the register with the fields it was read as working in. */
export interface RegisterRow {
  readonly organisation: Organisation;
  readonly fields: readonly FieldId[];
}

/** The whole register as it stood after an import. */
export interface RegisterSnapshot {
  /** ISO instant. */
  readonly taken: string;
  /** By id. */
  readonly rows: readonly RegisterRow[];
}
