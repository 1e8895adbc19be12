import { readFileSync } from 'node:fs';
import { type Deadline, minuteMoment, type Notice, parseBarriers, STOCKHOLM } from '@asf-match/domain';
import { describe, expect, it } from 'vitest';
import { demandsOf, hurdlesOf } from './hurdles.ts';

const barriers = parseBarriers(readFileSync(new URL('../../../data/barriers.json', import.meta.url), 'utf8'));
const notice = (part: Partial<Notice> = {}): Notice => ({
  ...{
    source: 'ted',
    id: '1',
    version: '01',
    procedureId: 'p-1',
    format: 'test',
    formType: 'competition',
    language: 'sv',
    languages: ['sv'],
    title: 'Städning av skolor',
  },
  ...{ buyers: [], cpvAdditional: [], places: [], lots: [], results: [], awardCriteria: [], reservedParticipation: [], reservedExecution: false },
  ...{ socialObjectives: [], innovationObjectives: [], ...part },
});
const deadline = (date: string): Deadline => ({ for: 'tenders', at: minuteMoment(date, '23:59', STOCKHOLM) });
const NOW = '2026-11-25T08:00:00Z';

describe('what a notice demands', () => {
  it('is quoted, worst first, three at most', () => {
    const description = [
      'Leverantören ska ha en årsomsättning på minst 10 miljoner kronor.',
      'Leverantören ska vara certifierad enligt ISO 9001.',
      'Anbudet ska omfatta hela uppdraget.',
      'Leverantören ska lämna minst tre referensuppdrag.',
    ].join('\n\n');
    const demands = demandsOf(notice({ description }), barriers);
    expect(demands).toHaveLength(3);
    expect(demands[0]).toBe('Krav på minsta omsättning. Det står: ”Leverantören ska ha en årsomsättning på minst 10 miljoner kronor.”');
    expect(demands.join()).not.toContain('ISO 9001');
  });

  it('quotes a sentence once', () => {
    expect(demandsOf(notice({ description: 'Leverantören ska vara certifierad enligt ISO 9001 och ISO 14001.' }), barriers)).toHaveLength(1);
  });

  it('is looked for in the lots too, and not where nothing is demanded or the text is not Swedish', () => {
    const description = 'Leverantören ska vara certifierad enligt ISO 9001.';
    expect(demandsOf(notice({ lots: [{ id: '1', description, cpvAdditional: [], places: [] } as never] }), barriers)).toHaveLength(1);
    expect(demandsOf(notice({ description: 'Leverantören behöver inte vara certifierad enligt ISO 9001.' }), barriers)).toEqual([]);
    expect(demandsOf(notice({ description, language: 'en' }), barriers)).toEqual([]);
  });

  it('is cut at a space when its sentence is long', () => {
    const [demand = ''] = demandsOf(notice({ description: `Leverantören ska vara certifierad enligt ISO 9001 ${'och ännu mera '.repeat(40)}.` }), barriers);
    expect(demand.length).toBeLessThan(230);
    expect(demand).toMatch(/ISO 9001 .* …”$/);
  });
});

describe('what may be hard', () => {
  it('is nothing when there is time, the text is Swedish and the purchase has parts', () => {
    const lots = [{ id: '1' }, { id: '2' }] as never;
    expect(hurdlesOf(notice({ lots }), undefined, [deadline('2026-12-30')], [], NOW)).toEqual([]);
  });

  it('says how many days are left of those that are not past', () => {
    const left = (date: string) => hurdlesOf(notice(), undefined, [deadline('2026-11-20'), deadline(date)], [], NOW)[0];
    expect([left('2026-11-25'), left('2026-11-26'), left('2026-12-01')]).toEqual([
      'Det är bråttom: sista dag är i dag.',
      'Det är kort om tid: en dag kvar.',
      'Det är kort om tid: 6 dagar kvar.',
    ]);
  });

  it('has the notice’s own demands before advice on its parts', () => {
    expect(hurdlesOf(notice({ language: 'en' }), undefined, [], ['Krav. Det står: ”så”'], NOW)).toEqual([
      'Texten är på engelska.',
      'Krav. Det står: ”så”',
      'Jobbet är inte delat i mindre delar. Ni kan lämna anbud ihop med andra.',
    ]);
  });
});
