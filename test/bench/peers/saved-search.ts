import { type CpvCode, conceptsOf, cpvDepth, cpvRelation, type Field, type FieldId, type Notice, subjectOfNotice, type Taxonomy } from '@asf-match/domain';
import type { Judged } from '../judged.ts';
import type { FieldRow } from '../metrics.ts';
import type { PeerAnswer } from './peer.ts';

const codesOf = (notice: Notice): CpvCode[] => subjectOfNotice(notice).cpv.map(({ code }) => code);

/** Which of a notice's codes a watched code finds: those equal to it or below it; or also the broader ones, except whole divisions. */
type Reach = 'narrow' | 'wide';

function finds(watched: CpvCode, code: CpvCode, reach: Reach): boolean {
  const relation = cpvRelation(code, watched);
  return relation === 'same' || relation === 'below' || (reach === 'wide' && relation === 'above' && cpvDepth(code) > 2);
}

/** How deep in the tree the deepest watched code is that finds one of the notice's codes; 0 when none does. */
const depthOfMatch = (codes: readonly CpvCode[], watched: readonly CpvCode[], reach: Reach): number =>
  Math.max(0, ...watched.filter((w) => codes.some((code) => finds(w, code, reach))).map(cpvDepth));

/**
 * A portal's saved search on CPV, set up perfectly: every profile watches the own codes of exactly the fields that both
 * readers gave it. Whatever it finds is mailed; the deeper the code that matched, the higher.
 */
export function savedSearch({ notices, organisations, profileFields }: Judged, { byId }: Taxonomy, reach: Reach): PeerAnswer {
  const run = organisations.flatMap(({ id }) => {
    const fields = [...(profileFields.grades.get(id) ?? [])].filter(([, grade]) => grade === 2).map(([field]) => field);
    const watched = fields.flatMap((field) => codesOfField(byId.get(field)));
    return notices.flatMap((notice) => {
      const score = depthOfMatch(codesOf(notice), watched, reach);
      return score > 0 ? [{ profile: id, notice: notice.id, score, alert: true }] : [];
    });
  });
  return { name: reach === 'narrow' ? 'CPV saved search, set up perfectly' : 'the same, and broader codes of 3+ digits', run };
}

/** The fields whose own codes the notice's codes are equal to or below. */
export const fieldsByCode = (notices: readonly Notice[], { leaves }: Taxonomy): FieldRow[] =>
  notices.flatMap((notice) => {
    const codes = codesOf(notice);
    const depths = leaves.map((leaf): [FieldId, number] => [leaf.id, depthOfMatch(codes, codesOfField(leaf), 'narrow')]);
    return depths.filter(([, depth]) => depth > 0).map(([field, depth]) => ({ id: notice.id, field, probability: (depth + 8) / 16 }));
  });

const codesOfField = (field: Field | undefined): CpvCode[] => (field ? conceptsOf(field, 'cpv').map(({ text }) => text) : []);
