import { ALERT_PROBABILITY, type Classification, type Match } from '@asf-match/domain';

/** Where a field stands on the two sides of a match: how sure it is that the purchase asks for it, and that the organisation offers it. */
export interface BothSides {
  readonly asked: Pick<Classification, 'probability'> | undefined;
  readonly offered: Pick<Classification, 'probability'> | undefined;
}

/** What keeps a match from being an alert, in Swedish, most important first; nothing for an alert. */
export function missingFrom(match: Match, label: string | undefined, { asked, offered }: BothSides): string[] {
  if (match.probability >= ALERT_PROBABILITY) return [];
  const said: string[] = [];
  const unsure = (side: BothSides['asked']): boolean => (side?.probability ?? 0) < ALERT_PROBABILITY;
  if (!label) said.push('Inget fält är gemensamt; bara enstaka ord är det.');
  if (label && unsure(asked)) said.push(`Inköpets text och koder rör ${label.toLowerCase()} bara i förbigående eller osäkert.`);
  if (label && unsure(offered)) said.push(`Verksamhetens egna ord säger inte tydligt att den arbetar med ${label.toLowerCase()}.`);
  if (label && said.length === 0) said.push('Båda sidor är något osäkra, och osäkerheterna läggs ihop.');
  if (match.reasons.some((r) => r.rule === 'place' && r.weight < 0)) said.push('Verksamheten finns på en annan ort.');
  if (match.reasons.some((r) => r.rule === 'size')) said.push('Inköpet är stort mot vad verksamheten uppger att den klarar.');
  if (match.reasons.some((r) => r.rule === 'language')) said.push('Inköpets text är inte på svenska.');
  return said;
}
