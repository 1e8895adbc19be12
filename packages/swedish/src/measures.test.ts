import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language.ts';
import { references } from './references.ts';

describe('references', () => {
  const values = (text: string): string[] => references(text).map((r) => `${r.kind} ${r.value}`);

  it('finds codes and places in statutes', () => {
    expect(values('CPV 90910000-9 och 90911200; reserveras enligt 4 kap. 18 § LOU.')).toEqual(['cpv 90910000', 'cpv 90911200', 'statute 4 kap. 18 § LOU']);
    expect(values('enligt LOU 19 kap. 25 a §')).toEqual(['statute LOU 19 kap. 25 a §']);
    expect(values('lagen (2016:1145) om offentlig upphandling')).toEqual(['statute lagen (2016:1145) om offentlig upphandling']);
    expect(values('13 kap. i LUF, 10 kap. 3 §')).toEqual(['statute 13 kap. i LUF', 'statute 10 kap. 3 §']);
  });

  it('takes no number or word that only looks alike', () => {
    expect(values('Tel 0812345678, org.nr 556086-8225, LOUISE, LOVordat, 2016-11-45')).toEqual([]);
  });

  it('gives what is written, in order, for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let before = 0;
        for (const { start, end } of references(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
      }),
    );
  });
});

describe('detectLanguage', () => {
  it('knows the likely languages in running text', () => {
    expect(detectLanguage('Kommunen upphandlar städning av skolor och förskolor under fyra år.')).toBe('sv');
    expect(detectLanguage('The municipality invites tenders for the cleaning of schools and offices during four years.')).toBe('en');
    expect(detectLanguage('Kunta kilpailuttaa koulujen ja toimistojen siivouspalvelut seuraavaksi neljäksi vuodeksi.')).toBe('fi');
    expect(detectLanguage('Kommunen udbyder rengøring af skoler og kontorer, og aftalen løber i fire år fra næste forår.')).toBe('da');
    expect(detectLanguage('Die Gemeinde vergibt die Reinigung der Schulen und Büros für die nächsten vier Jahre.')).toBe('de');
  });

  it('takes a short Swedish title for Swedish, also without å, ä and ö', () => {
    expect(detectLanguage('Ramavtal snickeri och inredning 2027')).toBe('sv');
    expect(detectLanguage('Städ')).toBeUndefined();
    expect(detectLanguage('12 345 678 901 234 567 890')).toBeUndefined();
  });
});
