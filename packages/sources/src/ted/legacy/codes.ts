import { type Notice, nutsCodeSchema, type Place, readCpvCode } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { attribute, children, descendants, first, text } from '../../xml/walk.ts';
import { unique } from '../defined.ts';

const cpvIn = (node: Element): (string | undefined)[] => descendants(node, 'CPV_CODE').map((code) => readCpvCode(attribute(code, 'CODE') ?? ''));

export function mainCpv(node: Element | undefined): string | undefined {
  const main = first(node ?? undefined, 'CPV_MAIN');
  return main && cpvIn(main)[0];
}

/** Additional codes directly in this element, without its main code. */
export function additionalCpv(node: Element | undefined): string[] {
  const main = mainCpv(node);
  return unique(children(node, 'CPV_ADDITIONAL').flatMap(cpvIn)).filter((code) => code !== main);
}

/** NUTS codes directly in this element; the free text MAIN_SITE names the last of them when there is one code. */
export function placesOf(node: Element | undefined, nutsName = 'NUTS'): Place[] {
  const codes = unique(children(node, nutsName).map((n) => nuts(attribute(n, 'CODE'))));
  const site = text(first(node, 'MAIN_SITE') ?? first(node, 'LOCATION'));
  const name = site && site.length <= 200 ? site : undefined;
  if (codes.length === 0) return name ? [{ name }] : [];
  return codes.map((code) => ({ nuts: code, ...(name && codes.length === 1 && { name }) }));
}

/** NUTS codes of old revisions say UK and EL for the country, as NUTS itself does. */
const nuts = (code: string | undefined): string | undefined => (nutsCodeSchema.safeParse(code).success ? code : undefined);

const NATURES: Readonly<Record<string, Notice['nature']>> = { SERVICES: 'services', SERVICE: 'services', SUPPLIES: 'supplies', WORKS: 'works' };
export const natureOf = (type: string | undefined): Notice['nature'] => NATURES[type ?? ''];

/** LOU 4:18 and 19:25 in the forms' words. */
export function reservationsOf(form: Element): Pick<Notice, 'reservedParticipation' | 'reservedExecution'> {
  const has = (...names: readonly string[]): boolean => descendants(form, ...names).length > 0;
  const workshop = has('RESTRICTED_SHELTERED_WORKSHOP', 'RESERVED_CONTRACTS', 'RESTRICTED_TO_SHELTERED_WORKSHOPS', 'SHELTERED_WORKSHOPS');
  return {
    reservedParticipation: [...(workshop ? ['res-ws' as const] : []), ...(has('RESERVED_ORGANISATIONS_SERVICE_MISSION') ? ['res-pub-ser' as const] : [])],
    reservedExecution: has('RESTRICTED_SHELTERED_PROGRAM', 'RESTRICTED_TO_FRAMEWORK_OF_SHELTERED_EMPLOYMENT_PROGRAMMES', 'SHELTERED_EMPLOYMENT_PROGRAMMES'),
  };
}
