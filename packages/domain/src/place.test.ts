import { expect, it } from 'vitest';
import { municipalitiesIn, nutsOverlap, parseMunicipalities } from './place.ts';

const known = parseMunicipalities(
  'code\tname\tnuts3\n0180\tStockholm\tSE110\n0136\tHaninge\tSE110\n0138\tTyresö\tSE110\n0139\tUpplands-Bro\tSE110\n0114\tUpplands Väsby\tSE110\n',
);
const names = (text: string) => municipalitiesIn(text, known).map((m) => m.name);

it('finds municipalities in the words of a register row', () => {
  expect(names('Haninge; Tyresö')).toEqual(['Haninge', 'Tyresö']);
  expect(names('Stockholms stad (Rinkeby)')).toEqual(['Stockholm']);
  expect(names('UPPLANDS-BRO')).toEqual(['Upplands-Bro']);
  expect(names('Tyresö'.normalize('NFD'))).toEqual(['Tyresö']);
});

it('does not find a name inside another word', () => {
  expect(names('Stockholmsmässan i Älvsjö, Haningebor')).toEqual([]);
});

it('takes areas of different level as overlapping when one contains the other', () => {
  expect(nutsOverlap('SE110', 'SE1')).toBe(true);
  expect(nutsOverlap('SE', 'SE232')).toBe(true);
  expect(nutsOverlap('SE110', 'SE232')).toBe(false);
});

it('names the line of a bad row', () => {
  expect(() => parseMunicipalities('code\tname\tnuts3\n0180\tStockholm\tSE110\n80\tFel\tSE110')).toThrow('line 3, column code');
});
