import type { ApplicantKind, Stated } from '@asf-match/domain';
import type { Claim } from './claims.ts';
import { stated } from './stated.ts';

/** Who may apply or lead, in the order that the text names them. Who is also said not to is left out. */
export function readEligible(text: string, claims: readonly Claim[]): Stated<readonly ApplicantKind[]> | undefined {
  const apply = claims.filter((c) => c.relation === 'apply' || c.relation === 'lead');
  const barred = new Set(apply.filter((c) => !c.allowed).map((c) => c.kind));
  const found = apply.filter((c) => c.allowed && !barred.has(c.kind));
  return found.length > 0 ? stated(text, [...new Set(found.map((c) => c.kind))], found) : undefined;
}
