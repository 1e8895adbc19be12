import { PERSONAL_MASK, readOrgNumber } from '@asf-match/domain';

/**
 * A party's registration number as a notice gives it. A Swedish one is written the one way, masked when it is a
 * sole trader's own identity number; a foreign one, or a wrong one, stays as published.
 */
export function partyNumber(text: string | undefined, country: string | undefined): string | undefined {
  if (!text || text.length > 60) return undefined;
  if (country && country !== 'SE') return text;
  const read = readOrgNumber(text);
  if (read.kind === 'organisation') return read.number;
  return read.kind === 'personal' ? PERSONAL_MASK : text;
}
