import type { Problem } from '@asf-match/domain';

/**
 * What was odd in a notice that could be read all the same. A value that makes no sense is left out of the notice
 * and named here, so that nothing is shown as a fact that the buyer cannot have meant.
 */
export class Remarks {
  readonly list: Problem[] = [];
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  add(key: string, place: string, message: string): void {
    this.list.push({ key, file: this.file, place, message, remedy: 'The notice is kept without it; look it up at the source if it matters.' });
  }

  /** That one of many in a document could not be read at all. @param why the path of what is wrong */
  leftOut(key: string, place: string, why: string | undefined): void {
    this.list.push({ key, file: this.file, place, message: `Cannot be read (${why || 'no object'}).`, remedy: 'It is left out; the others are kept.' });
  }
}
