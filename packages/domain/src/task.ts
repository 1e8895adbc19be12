import { z } from 'zod';
import { fieldIdSchema } from './taxonomy.ts';
import { parseTsv } from './tsv.ts';

const list = z.string().transform((cell) => cell.split(';').flatMap((item) => item.trim() || []));

const rowSchema = z.object({
  field: fieldIdSchema,
  task: z.string().min(1),
  /** Simpler parts that may be done by somebody else than the rest. */
  simpler: list,
  /** Words of a need that show that the task is in it. */
  words: list,
  /** What it takes to hand the simpler parts out. */
  note: z.string().min(1),
});

/** A task within a field and the simpler parts it falls into (arbetsdifferentiering). */
export type Task = Readonly<z.infer<typeof rowSchema>>;

/** Reads `data/tasks.tsv`. @throws Error naming the line. */
export const parseTasks = (tsv: string): Task[] => parseTsv(tsv, rowSchema);
