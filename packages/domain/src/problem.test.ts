import { expect, it } from 'vitest';
import { InputError, problemLine } from './problem.ts';

it('is one line with file, place, what and remedy, whatever the file is called', () => {
  const problem = { key: 'x', file: 'pl\u202ean\n.csv', place: 'row 7', message: 'The value is no number.', remedy: 'Write digits.' };
  expect(problemLine(problem)).toBe('pl an .csv, row 7: The value is no number. Write digits.');
  expect(new InputError(problem).message).not.toContain('\n');
});
