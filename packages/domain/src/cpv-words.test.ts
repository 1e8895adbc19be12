import { expect, it } from 'vitest';
import { parseCpvWords } from './cpv-words.ts';

it('reads expressions by division, and refuses a malformed row by its line', () => {
  expect(parseCpvWords('division\twords\n90\tstädning; fönsterputs ;\n')).toEqual([{ division: '90', words: ['städning', 'fönsterputs'] }]);
  expect(() => parseCpvWords('division\twords\n900\tstädning\n')).toThrow(/line 2/);
});
