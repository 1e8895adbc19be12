import type { Notice } from '@asf-match/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNoticeLines } from '../notice-lines/notices.ts';
import { noticeWithoutContacts } from './notice-without-contacts.ts';
import { withoutContacts } from './without-contacts.ts';

describe('withoutContacts', () => {
  it.each([
    ['Frågor till eva.exempel@stad.example.se.', 'Frågor till.'],
    ['Ring 08-508 00 000 eller 070-123 45 67 före kl. 12', 'Ring eller före kl. 12'],
    ['Telefon +46 (0)8 508 00 000, +46-70-123 45 67', 'Telefon,'],
    ['Kontaktperson: Eva Maria Exempel, inköp', 'Kontaktperson:, inköp'],
    ['Frågor: Eva Exempel, 010-123 45 67, om Exempelköpings kommun', 'Frågor:,, om Exempelköpings kommun'],
    ['Frågor till Eva Exempel (eva@example.se)', 'Frågor till ()'],
    ['Eva Exempel tfn 08-508 00 000', 'tfn'],
    ['Upphandlare: Kim Exempel-Ek\nnästa rad', 'Upphandlare:\nnästa rad'],
  ])('takes them out: %s', (text, rest) => {
    expect(withoutContacts(text)).toEqual({ text: rest, found: true });
  });

  it.each([
    'Org.nr 556086-8225, 1 250 000 kr, 2026-11-24, kl. 08.00–16.30',
    'Värde 0-100 000 kr eller 2 050 000 kr',
    'Avtalstid 2022-08-01–2024-07-31, option 01/02 2025',
    'CPV 09100000-0, dnr AMN 2026-0123',
    'Kontaktpersoner ska finnas. Kontakta Stockholms stad. Upphandlare: Serviceförvaltningen',
    'Se 2019/S 014-029960',
    'Koderna 09100000 och 03221000',
    'två  blanksteg @ hemma',
  ])('leaves as it is: %s', (text) => {
    expect(withoutContacts(text)).toEqual({ text, found: false });
  });

  it('keeps what stands around them to the letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zåäö]( {0,3}[a-zåäö.]){0,9}$/), fc.stringMatching(/^ ?[a-zåäö]( {0,3}[a-zåäö.]){0,9}$/), (before, after) => {
        expect(withoutContacts(`${before} 08-508 00 000,${after}`).text).toBe(`${before},${after}`);
      }),
    );
  });

  it('reads a word of 200,000 letters and a number of as many digits at once', () => {
    const started = performance.now();
    for (const long of [
      'a'.repeat(200_000),
      '1'.repeat(200_000),
      '0'.repeat(200_000),
      '08 '.repeat(70_000),
      '@'.repeat(200_000),
      ' '.repeat(200_000),
      'a.'.repeat(100_000),
    ])
      expect(withoutContacts(long).text.length).toBeLessThanOrEqual(long.length);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('noticeWithoutContacts', () => {
  it('reads every text of the notice, and leaves a title', () => {
    const line = { id: '1', title: 'a@b.se', description: 'Fråga a@b.se', lots: [{ title: 'Del, ring 08-508 00 000', description: 'c@d.se svarar' }] };
    const [notice] = readNoticeLines(new TextEncoder().encode(JSON.stringify(line)), 'x').notices;
    const changed = noticeWithoutContacts({ ...(notice as Notice), change: { reason: 'fel adress: a@b.se' } });
    expect([changed.title, changed.description, changed.lots[0]?.title, changed.lots[0]?.description, changed.change?.reason]).toEqual([
      ...['–', 'Fråga', 'Del, ring', 'svarar', 'fel adress:'],
    ]);
    expect(notice).toEqual(changed.change ? { ...changed, change: undefined } : changed);
  });
});
