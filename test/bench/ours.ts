import { ALERT_PROBABILITY, type Classification, type Notice, type Organisation, subjectOfNotice } from '@asf-match/domain';
import { createMatcher, type Matcher } from '@asf-match/matching';
import { type Judged, loadReference } from './judged.ts';
import type { FieldRow, RunRow } from './metrics.ts';

/** What the engine says of notices, as the command line writes it. */
export interface Answer {
  readonly run: readonly RunRow[];
  readonly fields: readonly FieldRow[];
}

export const matcherFor = (organisations: readonly Organisation[]): Matcher => createMatcher({ ...loadReference(), organisations });

/** Six decimals, as in the files of the command line: what is scored is what is written. */
const written = (probability: number): number => Number(probability.toFixed(6));

/** Fields of the notices, and their rank for every organisation. */
export function answer(matcher: Matcher, notices: readonly Notice[]): Answer {
  const run: RunRow[] = [];
  const fields: FieldRow[] = [];
  for (const notice of notices) {
    const subject = subjectOfNotice(notice);
    const classifications = matcher.classifier.classifySubject(subject);
    fields.push(...fieldRows(notice.id, classifications));
    for (const { organisation, probability } of matcher.match(subject, classifications)) {
      run.push({ profile: organisation, notice: notice.id, score: written(probability), alert: probability >= ALERT_PROBABILITY });
    }
  }
  return { run, fields };
}

/** The fields of the judged organisations' own words. */
export const profileFields = (matcher: Matcher, { organisations }: Judged): FieldRow[] =>
  organisations.flatMap((o) => fieldRows(o.id, matcher.classifier.classifyOffers(o.offers)));

const fieldRows = (id: string, found: readonly Classification[]): FieldRow[] =>
  found.map(({ field, probability }) => ({ id, field, probability: written(probability) }));
