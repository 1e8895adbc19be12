import type { Party } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { attribute, descendants, text } from '../../xml/walk.ts';
import { countryCode } from '../countries.ts';
import { defined } from '../defined.ts';
import { partyNumber } from '../org-number.ts';

/** An address block of any old form; its contact fields were dropped while reading. Undefined without a name. */
export function partyOf(address: Element | undefined): Party | undefined {
  if (!address) return undefined;
  // Before 2016 ORGANISATION held the name alone, later the name and the number.
  const name = text(descendants(address, 'OFFICIALNAME')[0] ?? descendants(address, 'ORGANISATION')[0]);
  if (!name) return undefined;
  const country = countryCode(attribute(descendants(address, 'COUNTRY')[0], 'VALUE'));
  return defined({
    name,
    orgNumber: partyNumber(text(descendants(address, 'NATIONALID')[0]), country),
    country,
    nuts: attribute(descendants(address, 'NUTS')[0], 'CODE'),
    town: text(descendants(address, 'TOWN')[0]),
  });
}
