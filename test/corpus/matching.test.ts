import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logistic, parseConcepts, parseMunicipalities, parseTaxonomy, type Quote, subjectOfNotice, sumOfWeights } from '@asf-match/domain';
import { createMatcher } from '@asf-match/matching';
import { readNoticeLines, readProfileLines } from '@asf-match/sources';
import { describe, expect, it } from 'vitest';
import { named, shared } from './shared.ts';

const bench = shared('bench');
const table = (name: string): string => readFileSync(join(import.meta.dirname, '../../data', name), 'utf8');
const judged = (name: string): Uint8Array => readFileSync(join(bench ?? '', name));

describe.skipIf(!bench)(named('matching on the judged cases', bench), () => {
  const taxonomy = parseTaxonomy(table('taxonomy.tsv'), parseConcepts(table('concepts.tsv')));
  const municipalities = parseMunicipalities(table('municipalities.tsv'));
  const { organisations } = bench ? readProfileLines(judged('profiles.jsonl'), 'profiles.jsonl', '2026-11-24') : { organisations: [] };
  const notices = bench ? readNoticeLines(judged('notices.jsonl'), 'notices.jsonl').notices : [];
  const matcher = createMatcher({ taxonomy, municipalities, organisations });
  const offers = new Map(organisations.map((o) => [o.id, o.offers]));

  it('quotes every span verbatim, and explains every probability by its reasons', () => {
    let quotes = 0;
    const wrong: unknown[] = [];
    for (const subject of notices.map(subjectOfNotice)) {
      const texts = new Map(subject.texts.map((t) => [t.part, t.text]));
      const codes = new Set(subject.cpv.map((c) => c.code));
      const check = (quote: Quote, text: string | undefined): void => {
        quotes++;
        const verbatim =
          quote.part === 'cpv' ? codes.has(quote.text) && quote.start === 0 && quote.end === 8 : text?.slice(quote.start, quote.end) === quote.text;
        if (!verbatim) wrong.push(subject.ref.id, quote);
      };
      const classifications = matcher.classifier.classifySubject(subject);
      const matches = matcher.match(subject, classifications);
      for (const { reasons, probability } of [...classifications, ...matches]) expect(probability).toBe(logistic(sumOfWeights(reasons)));
      for (const { quote } of [...classifications, ...matches].flatMap((m) => m.reasons)) if (quote) check(quote, texts.get(quote.part));
      for (const { organisation, reasons } of matches) for (const { offer } of reasons) if (offer) check(offer, offers.get(organisation));
    }
    expect(wrong).toEqual([]);
    expect(quotes).toBeGreaterThan(10 * notices.length);
  });
});
