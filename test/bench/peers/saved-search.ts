import { type CpvCode, cpvDepth, cpvRelation, type FieldId, type Notice, subjectOfNotice, type Taxonomy } from '@asf-match/domain';
import type { Judged } from '../judged.ts';
import type { FieldRow } from '../metrics.ts';
import type { PeerAnswer } from './peer.ts';

const codesOf = (notice: Notice): CpvCode[] => subjectOfNotice(notice).cpv.map(({ code }) => code);

/** How deep in the tree the deepest code is that one of the notice's codes is equal to or below; 0 when there is none. */
const depthOfMatch = (codes: readonly CpvCode[], watched: readonly CpvCode[]): number =>
  Math.max(0, ...watched.filter((w) => codes.some((code) => ['same', 'below'].includes(cpvRelation(code, w)))).map(cpvDepth));

/**
 * A portal's saved search on CPV, set up perfectly: every profile watches the own codes of exactly the fields that both
 * readers gave it. Whatever it finds is mailed; the deeper the code that matched, the higher.
 */
export function savedSearch({ notices, organisations, profileFields }: Judged, { byId }: Taxonomy): PeerAnswer {
  const run = organisations.flatMap(({ id }) => {
    const fields = [...(profileFields.grades.get(id) ?? [])].filter(([, grade]) => grade === 2).map(([field]) => field);
    const watched = fields.flatMap((field) => byId.get(field)?.cpvPrimary ?? []);
    return notices.flatMap((notice) => {
      const score = depthOfMatch(codesOf(notice), watched);
      return score > 0 ? [{ profile: id, notice: notice.id, score, alert: true }] : [];
    });
  });
  return { name: 'CPV saved search, set up perfectly', run };
}

/** The fields whose own codes the notice's codes are equal to or below. */
export const fieldsByCode = (notices: readonly Notice[], { leaves }: Taxonomy): FieldRow[] =>
  notices.flatMap((notice) => {
    const codes = codesOf(notice);
    const depths = leaves.map((leaf): [FieldId, number] => [leaf.id, depthOfMatch(codes, leaf.cpvPrimary)]);
    return depths.filter(([, depth]) => depth > 0).map(([field, depth]) => ({ id: notice.id, field, probability: (depth + 8) / 16 }));
  });
