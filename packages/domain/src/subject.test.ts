import { expect, it } from 'vitest';
import { type Need, needSchema } from './need.ts';
import { type Notice, noticeSchema } from './notice.ts';
import { subjectOfNeed, subjectOfNotice } from './subject.ts';

const purpose = {
  cpvAdditional: [],
  places: [],
  reservedParticipation: [],
  reservedExecution: false,
  socialObjectives: [],
  innovationObjectives: [],
  awardCriteria: [],
};
const notice: Notice = noticeSchema.parse({
  ...purpose,
  source: 'ted',
  id: '1-2026',
  version: '01',
  procedureId: '1-2026',
  format: 'test',
  formType: 'competition',
  language: 'sv',
  languages: ['sv'],
  buyers: [{ name: 'Exempelköpings kommun' }],
  title: 'Städ',
  cpv: '90910000',
  results: [],
  lots: [{ ...purpose, id: 'LOT-1', title: 'Skolor', description: ' ', cpv: '90919300', places: [{ nuts: 'SE110' }] }],
});

it('gathers a notice with its lots, leaving out empty texts', () => {
  const subject = subjectOfNotice(notice);
  expect(subject.ref).toEqual({ kind: 'notice', id: 'ted:1-2026' });
  expect(subject.texts).toEqual([
    { part: 'title', text: 'Städ' },
    { part: 'lot:LOT-1:title', text: 'Skolor', lot: 'LOT-1' },
  ]);
  expect(subject.cpv).toEqual([
    { code: '90910000', main: true },
    { code: '90919300', main: true, lot: 'LOT-1' },
  ]);
  expect(subject.places).toEqual([{ nuts: 'SE110' }]);
});

it('reads a need the same way', () => {
  const need: Need = needSchema.parse({
    id: 'AMN-1',
    title: 'Café',
    description: 'Drift',
    cpv: ['55330000', '55520000'],
    places: [],
    origin: 'plan.csv, row 2',
    example: true,
  });
  expect(subjectOfNeed(need).cpv).toEqual([
    { code: '55330000', main: true },
    { code: '55520000', main: false },
  ]);
});
