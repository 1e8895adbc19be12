import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBarriers } from '@asf-match/domain';
import { checkDraft } from '@asf-match/market';
import { describe, expect, it } from 'vitest';
import { tedNotices } from '../bench/ted-notices.ts';
import { named, shared } from './shared.ts';

/** Every finding in the Swedish notices, judged by reading the sentence: does it say what the barrier is about? */
const JUDGED: Readonly<Record<string, boolean>> = {
  // "inkomma", "i enlighet med" twice, "avseende"
  '139314-2022 sprak.jurid': true,
  // the yearly volume of a framework, in millions
  '145160-2022 vol.ram': true,
  // one maker's model, nothing equivalent
  '181664-2022 krav.specvara': true,
  // "äga rum", "i enlighet med", "avseende"
  'dcf8bece-6368-40f4-b154-ee80c5737aff sprak.jurid': true,
};

describe.skipIf(!shared('corpus/ted'))(named('barriers in real notices', shared('corpus/ted')), () => {
  it('finds what was judged, at least four in five rightly', () => {
    const barriers = parseBarriers(readFileSync(join(import.meta.dirname, '../../data/barriers.json'), 'utf8'));
    const found = tedNotices()
      .filter((notice) => notice.language === 'sv')
      .flatMap((notice) => {
        const text = [notice.title, notice.description, ...notice.lots.flatMap((lot) => [lot.title, lot.description])].filter(Boolean).join('\n\n');
        const { findings } = checkDraft({ text, format: 'text', pageStarts: [] }, barriers, { file: notice.id, madeOn: '2026-11-25', version: '1' });
        return findings.map((f) => `${notice.id} ${f.id}`);
      });
    expect(found.sort()).toEqual(Object.keys(JUDGED).sort());
    expect(Object.values(JUDGED).filter(Boolean).length / found.length).toBeGreaterThanOrEqual(0.8);
  });
});
