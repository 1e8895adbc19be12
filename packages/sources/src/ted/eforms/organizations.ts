import type { LotResult } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { all, attribute, first, text } from '../../xml/walk.ts';
import { countryCode } from '../countries.ts';
import { defined } from '../defined.ts';
import { partyNumber } from '../org-number.ts';
import type { ReadText } from './texts.ts';

type Winner = LotResult['winners'][number];
/** ORG-0001 → the organisation, with the size that BT-165 gives. */
export type Organizations = ReadonlyMap<string, Winner>;

const SIZES = new Set(['micro', 'small', 'medium', 'large', 'sme', 'natural-pers']);
/** Shown in place of a private person's name. */
const NATURAL_PERSON = 'Fysisk person';

/** Every efac:Organization once, by its technical id. Its contacts were dropped while reading; a natural person's name is not kept. */
export function readOrganizations(extension: Element | undefined, read: ReadText): Organizations {
  const found = new Map<string, Winner>();
  for (const organization of all(extension, 'Organizations/Organization')) {
    const company = first(organization, 'Company');
    const id = text(first(company, 'PartyIdentification/ID'));
    const name = read(first(company, 'PartyName'), 'Name') ?? text(all(company, 'PartyName/Name')[0]);
    if (!id || !name) continue;
    const isPerson = text(first(organization, 'NaturalPersonIndicator')) === 'true';
    const address = first(company, 'PostalAddress');
    const country = countryCode(text(first(address, 'Country/IdentificationCode')));
    const size = isPerson ? 'natural-pers' : text(first(company, 'CompanySizeCode'));
    found.set(
      id,
      defined({
        name: isPerson ? NATURAL_PERSON : name,
        orgNumber: isPerson ? undefined : partyNumber(text(first(company, 'PartyLegalEntity/CompanyID')), country),
        country,
        nuts: nutsOf(first(address, 'CountrySubentityCode')),
        town: isPerson ? undefined : text(first(address, 'CityName')),
        size: size && SIZES.has(size) ? (size as Winner['size']) : undefined,
      }),
    );
  }
  return found;
}

const nutsOf = (code: Element | undefined): string | undefined => (/^nuts/.test(attribute(code, 'listName') ?? 'nuts') ? text(code) : undefined);
