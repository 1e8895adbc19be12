import { readNoticeLines } from '@asf-match/sources';
import { describe, expect, it } from 'vitest';
import { mistyped, noCodes, pagesAround, withoutRings, wrongCodes } from './disturb.ts';
import { seeded } from './random.ts';

const line = {
  id: 'a',
  title: 'Städning på Öland',
  cpv: ['90910000', '90911300'],
  description: 'Åtta våningar städas. '.repeat(50),
  lots: [{ title: 'Fönster' }],
};
const [notice] = readNoticeLines(Buffer.from(JSON.stringify(line)), 'test').notices;
if (!notice) throw new Error('the test’s notice cannot be read');
const from = { codes: ['48000000'], sentences: [] };

describe('disturbances', () => {
  it('are the same for the same seed', () => {
    expect(mistyped(notice, seeded(1), from)).toEqual(mistyped(notice, seeded(1), from));
    expect(mistyped(notice, seeded(1), from)).not.toEqual(mistyped(notice, seeded(2), from));
  });

  it('change codes on about 23 % of the notices, all of them, or take them away', () => {
    const random = seeded(1);
    const changed = Array.from({ length: 2_000 }, () => wrongCodes(notice, random, from)).filter((n) => n.cpv === '48000000');
    expect(changed.length / 2_000).toBeCloseTo(0.23, 1);
    expect(changed[0]?.cpvAdditional).toEqual(['48000000']);
    expect(noCodes(notice, random, from)).not.toHaveProperty('cpv');
    expect(noCodes(notice, random, from)).toMatchObject({ title: notice.title, cpvAdditional: [] });
  });

  it('surround the description with two pages and keep it whole', () => {
    const { description = '' } = pagesAround(notice, seeded(1), from);
    const added = description.length - (notice.description?.length ?? 0);
    expect(description.indexOf(notice.description ?? '?')).toBeGreaterThan(2_900);
    expect(added).toBeGreaterThan(5_900);
    expect(added).toBeLessThan(6_800);
  });

  it('write without rings and dots in every text', () => {
    expect(withoutRings(notice, seeded(1), from)).toMatchObject({ title: 'Stadning pa Oland', lots: [{ title: 'Fonster' }] });
  });
});
