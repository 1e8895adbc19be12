import { type Notice, noticeSchema } from '@asf-match/domain';
import { expect, it } from 'vitest';
import { onePerPurchase } from './one-per-purchase.ts';

const notice = (id: string, part: Partial<Notice> = {}): Notice =>
  noticeSchema.parse({
    ...{ source: 'a', id, version: '01', procedureId: id, format: 'f', formType: 'competition', language: 'sv', languages: ['sv'], title: id, buyers: [] },
    ...{ cpvAdditional: [], places: [], reservedParticipation: [], reservedExecution: false, socialObjectives: [], innovationObjectives: [] },
    ...{ awardCriteria: [], lots: [], results: [] },
    ...part,
  }) as Notice;

it('keeps one notice of each kind for a purchase: the whole, then the longest, in the order given', () => {
  const notices = [
    notice('sökträff', { partial: true, description: 'Mycket lång text om städning' }),
    notice('annan'),
    notice('hel', { description: 'Städning' }),
    notice('resultat', { formType: 'result' }),
    notice('nationell', { description: 'Städ' }),
  ];
  const purchases = new Map(['sökträff', 'hel', 'resultat', 'nationell'].map((id) => [`a:${id}`, 'a:sökträff']));
  expect(onePerPurchase(notices, purchases).map((n) => n.id)).toEqual(['annan', 'hel', 'resultat']);
  expect(onePerPurchase(notices, new Map())).toEqual(notices);
});
