/**
 * What is wrong with an input, for the person who can mend it: which file, where in it, what, and what to do.
 * `key` is stable and may be tested or counted; `message` and `remedy` are English sentences for the operator.
 */
export interface Problem {
  readonly key: string;
  readonly file?: string;
  /** Where in the file: "line 12, column 3", "row 7, column org_number", "byte 1024". */
  readonly place?: string;
  readonly message: string;
  readonly remedy: string;
}

/** Thrown by parsers when a whole document must be refused. Row-wise readers return Problems instead and go on. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problemLine(problem));
    this.problem = problem;
  }
}

/** A problem as one line: "plan.csv, row 7: value is not a number. Write digits, e.g. 1250000." Control characters are shown as spaces. */
export function problemLine({ file, place, message, remedy }: Problem): string {
  const where = [file, place].filter(Boolean).join(', ');
  return `${where ? `${where}: ` : ''}${message} ${remedy}`.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
}
