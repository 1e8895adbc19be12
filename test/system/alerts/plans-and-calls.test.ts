import { callSchema, type Need, STOCKHOLM } from '@asf-match/domain';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPlansAndCallsTeller } from '../../../workers/scan/src/scanning/tell-plans-and-calls.ts';
import { SHIPPED_DATA } from '../../../workers/scan/src/settings.ts';
import { alertStore, subscribe } from './alert-store.ts';

let at: Awaited<ReturnType<typeof alertStore>>;
beforeEach(async () => {
  at = await alertStore();
});
afterEach(() => at.close());

const need: Need = { id: 'AMN-1', title: 'Lokalvård', description: 'Städning.', cpv: [], places: [], origin: 'plan.csv, row 2', example: false };
const nextYear = new Date().getUTCFullYear() + 1;
const call = (id: string, text: string) =>
  callSchema.parse({ source: 'vinnova', id, funder: 'Vinnova', title: 'Sociala företag för arbetsintegration', text, language: 'sv', rounds: [] });

it('tells AMF of a call that may be applied for, with its dates, and AMN of a plan, once each', async () => {
  await subscribe(at.store, 'amf', 'amf@exempel.se', { role: 'amf', organisation: undefined, what: ['calls', 'needs'] });
  const settings = { database: '', archive: '', data: SHIPPED_DATA };
  const tellAll = createPlansAndCallsTeller(at.store, settings);
  const open = `Utlysning för arbetsintegrerande sociala företag som ger arbete åt personer långt från arbetsmarknaden. Kommuner kan söka. Sista ansökningsdag är den 3 maj ${nextYear}.`;
  await at.store.calls.upsertMany([{ call: call('öppen', open) }, { call: call('stängd', open.replace(String(nextYear), '2020')) }]);
  await at.store.needs.upsertMany([need]);
  expect(await tellAll()).toBeGreaterThan(0);
  const told = await at.store.outbox.toldTo('amf', 100);
  const abouts = told.map(({ news }) => news.about);
  expect(abouts).toEqual(expect.arrayContaining(['call:vinnova:öppen', 'need:AMN-1']));
  expect(abouts).not.toContain('call:vinnova:stängd');
  const dates = told.find(({ news }) => news.about === 'call:vinnova:öppen')?.news.deadlines;
  expect(dates).toMatchObject([{ at: { instant: `${nextYear}-05-03T21:59:59Z`, zone: STOCKHOLM } }]);
  expect(await tellAll()).toBe(0);
  // Another process begins without knowing what was told.
  expect(await createPlansAndCallsTeller(at.store, settings)()).toBe(0);
  await at.store.needs.upsertMany([{ ...need, id: 'AMN-2' }]);
  expect(await tellAll()).toBe(1);
});
