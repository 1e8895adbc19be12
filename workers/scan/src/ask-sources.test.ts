import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError, type Notice } from '@asf-match/domain';
import type { NoticeSource } from '@asf-match/sources';
import { openStore, type Store } from '@asf-match/store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askSources } from './ask-sources.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ask-'));
  store = await openStore({ database: ':memory:', archive: folder, clock: () => '2026-11-24T08:00:00Z' });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const notice = (id: string): Notice => ({
  ...{ source: 'a', id, version: '01', procedureId: id, format: 'f', formType: 'competition', language: 'sv', languages: ['sv'], title: id, buyers: [] },
  ...{ cpvAdditional: [], places: [], reservedParticipation: [], reservedExecution: false, socialObjectives: [], innovationObjectives: [] },
  ...{ awardCriteria: [], lots: [], results: [] },
});

const source = (id: string, more: Partial<NoticeSource>): NoticeSource => ({
  ...{ id, label: id.toUpperCase(), documentation: 'd', licence: 'l', fetch: async () => ({ ok: false, key: 'down', sentence: 'It is down.' }) },
  parse: (bytes) => {
    const text = new TextDecoder().decode(bytes);
    if (text === 'bad') throw new InputError({ key: 'x', message: 'Cannot be read.', remedy: '' });
    return { notices: [notice(text)], remarks: [] };
  },
  ...more,
});
const documents = (...texts: readonly string[]) =>
  texts.map((text, n) => ({ bytes: new TextEncoder().encode(text), origin: `https://example.org/${n}.json`, mediaType: 'application/json' }));

it('goes on when a source fails, stores what the others give, and notes how each went', async () => {
  const asked: unknown[] = [];
  const up = source('a', {
    fetch: async (request) => {
      asked.push(request);
      return { ok: true, documents: documents('n1', 'n2'), sentence: 'Two pages.' };
    },
  });
  const answers = await askSources([source('b', {}), up], store, '2026-11-01', 'https://exempel.se');
  expect(answers.map((a) => [a.id, a.ok, a.sentence])).toEqual([
    ['b', false, 'It is down. The job goes on with what is stored and shipped.'],
    ['a', true, 'Two pages. 2 new notices, 0 known.'],
  ]);
  expect(asked).toEqual([{ since: '2026-11-01', contact: 'https://exempel.se' }]);
  expect(await store.notices.count()).toBe(2);
  expect((await store.sourceReads.list()).map((r) => [r.source, r.lastSuccess])).toEqual([
    ['a', '2026-11-24T08:00:00Z'],
    ['b', undefined],
  ]);
});

it('keeps the good documents of an answer, and does not call it a good answer', async () => {
  const mixed = source('a', { fetch: async () => ({ ok: true, documents: documents('n1', 'bad'), sentence: 'Two pages.' }) });
  const [answer] = await askSources([mixed], store, '2026-11-01', undefined);
  expect(answer).toMatchObject({ ok: false, sentence: 'Two pages. 1 new notices, 0 known. 1 of 2 documents were refused: Cannot be read.' });
  expect(await store.notices.count()).toBe(1);
  expect((await store.sourceReads.list())[0]?.lastSuccess).toBeUndefined();
});
