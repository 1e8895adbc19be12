import { describe, expect, it } from 'vitest';
import { isListed, parseAnnex2 } from './annex2.ts';

const annex2 = parseAnnex2('list\tfrom\tto\tlabel_sv\nannex-2\t55100000\t55410000\tHotelltjänster\n19-25a\t80000000\t80660000\tUtbildning\n');

describe('isListed', () => {
  it('knows single codes and ranges with their ends, by list', () => {
    expect(['55100000', '55330000', '55410000'].map((code) => isListed(code, 'annex-2', annex2))).toEqual([true, true, true]);
    expect(isListed('55500000', 'annex-2', annex2)).toBe(false);
    expect(isListed('55330000', '19-25a', annex2)).toBe(false);
    expect(isListed('80580000', '19-25a', annex2)).toBe(true);
  });

  it('refuses a malformed row by its line', () => {
    expect(() => parseAnnex2('list\tfrom\tto\tlabel_sv\nannex-2\t551\t55410000\tx\n')).toThrow(/line 2/);
  });
});
