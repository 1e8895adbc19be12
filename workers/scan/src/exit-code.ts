/** Exit codes of `asf-match`, as `--help` documents them. */
export const EXIT = {
  /** All was done. */
  done: 0,
  /** Done, but some inputs were refused; each is listed on standard error. */
  someRefused: 1,
  /** Not done: wrong usage, or the input as a whole was refused. */
  refused: 2,
  /** Not done: an error in the program itself. */
  internal: 70,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
