import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { placesInSwedish } from './nuts-names.ts';
import { parseMunicipalities } from './place.ts';

it('says a place by its own name, by that of its area, or by its code, each once', () => {
  expect(placesInSwedish([{ nuts: 'SE110', name: 'Solna' }, { nuts: 'SE110' }, { nuts: 'SE11' }, { nuts: 'SE' }, { nuts: 'FI1B1' }])).toEqual([
    ...['Solna', 'Stockholms län', 'Hela Sverige', 'FI1B1'],
  ]);
});

it('knows the county of every municipality', () => {
  const municipalities = parseMunicipalities(readFileSync(new URL('../../../data/municipalities.tsv', import.meta.url), 'utf8'));
  const counties = placesInSwedish(municipalities.map(({ nuts3 }) => ({ nuts: nuts3 })));
  expect(counties.filter((name) => !name.endsWith(' län'))).toEqual([]);
});
