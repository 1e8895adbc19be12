import type { Municipality, Place, Subject } from '@asf-match/domain';
import { expect, it } from 'vitest';
import { createAreaFilter } from './area-filter.ts';

const known: Municipality[] = [
  { code: '0184', name: 'Solna', nuts3: 'SE110', also: [] },
  { code: '0180', name: 'Stockholm', nuts3: 'SE110', also: ['Rinkeby'] },
  { code: '1280', name: 'Malmö', nuts3: 'SE224', also: [] },
];
const inArea = createAreaFilter(known);
const at = (...places: readonly Place[]): Subject => ({
  ref: { kind: 'notice', id: 'n' },
  language: 'sv',
  texts: [],
  cpv: [],
  places,
  reserved: false,
  buyers: [],
});

it.each<[string, readonly Place[], readonly string[], boolean]>([
  ['nothing asked for', [{ name: 'Malmö' }], [], true],
  ['nothing said', [], ['Solna'], true],
  ['the same municipality', [{ name: 'Solna' }], ['Solna', 'Malmö'], true],
  ['a part of it', [{ name: 'Rinkeby' }], ['Stockholm'], true],
  ['another of the same county', [{ name: 'Stockholm' }], ['Solna'], false],
  ['the whole county', [{ nuts: 'SE110' }], ['Solna'], true],
  ['the whole country', [{ nuts: 'SE' }], ['Solna'], true],
  ['another county', [{ nuts: 'SE224' }], ['Solna'], false],
  ['a county asked for, a municipality in it', [{ name: 'Solna' }], ['SE110'], true],
  ['a county asked for, a municipality elsewhere', [{ name: 'Malmö' }], ['SE110'], false],
])('%s', (_, places, asked, expected) => {
  expect(inArea(at(...places), asked)).toBe(expected);
});
