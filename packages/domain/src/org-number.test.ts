import { expect, it } from 'vitest';
import { PERSONAL_MASK, readOrgNumber } from './org-number.ts';

it('reads the ways an organisation number is written', () => {
  for (const text of ['556086-8225', '5560868225', ' 556086-8225 ', 'SE556086822501']) {
    expect(readOrgNumber(text)).toEqual({ kind: 'organisation', number: '556086-8225' });
  }
});

it('refuses a wrong check digit, letters and other lengths', () => {
  for (const text of ['556086-8224', '55608682', 'ej angivet', '']) expect(readOrgNumber(text)).toEqual({ kind: 'invalid' });
});

it('never lets a personal number through', () => {
  // The test number of the Swedish Tax Agency's published examples.
  for (const text of ['19121212-1212', '121212-1212', '191212121212']) expect(readOrgNumber(text)).toEqual({ kind: 'personal', masked: PERSONAL_MASK });
});
