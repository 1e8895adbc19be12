import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpvAncestors, cpvDepth, cpvNature, cpvPrefix, cpvRelation, readCpvCode } from './cpv.ts';

const code = fc
  .tuple(fc.integer({ min: 3, max: 98 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([d, rest]) => String(d).padStart(2, '0') + String(rest).padStart(6, '0'));

describe('the CPV tree from digits', () => {
  it('never goes below two digits', () => {
    expect(cpvPrefix('30000000')).toBe('30');
    expect(cpvPrefix('90911200')).toBe('909112');
    expect(cpvPrefix('03000000')).toBe('03');
    expect(cpvDepth('90000000')).toBe(2);
  });

  it('lists ancestors from nearest to division', () => {
    expect(cpvAncestors('90911200')).toEqual(['90911000', '90910000', '90900000', '90000000']);
    expect(cpvAncestors('30000000')).toEqual([]);
    expect(cpvAncestors('79100000')).toEqual(['79000000']);
  });

  it('skips levels that a zero inside the code makes equal', () => {
    expect(cpvAncestors('80590100')).toEqual(['80590000', '80500000', '80000000']);
  });

  it('agrees with itself: every ancestor is above, and relation is symmetric', () => {
    fc.assert(
      fc.property(code, code, (a, b) => {
        for (const ancestor of cpvAncestors(a)) {
          expect(cpvRelation(a, ancestor)).toBe('below');
          expect(cpvRelation(ancestor, a)).toBe('above');
        }
        expect(cpvRelation(a, a)).toBe('same');
        expect(cpvRelation(a, b) === 'apart').toBe(cpvRelation(b, a) === 'apart');
      }),
    );
  });

  it('reads codes with and without check digit, and nothing else', () => {
    expect(readCpvCode('90911200-8')).toBe('90911200');
    expect(readCpvCode(' 90 91 12 00 ')).toBe('90911200');
    for (const bad of ['9091120', '909112000000', 'lokalvård', '']) expect(readCpvCode(bad)).toBeUndefined();
  });

  it('knows goods, works and services by division', () => {
    expect([cpvNature('39830000'), cpvNature('45000000'), cpvNature('48000000'), cpvNature('90910000')]).toEqual(['supplies', 'works', 'supplies', 'services']);
  });
});
