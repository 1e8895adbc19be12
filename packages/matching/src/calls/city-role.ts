import type { ApplicantKind, CallReading, CityRole, Stated } from '@asf-match/domain';
import type { Claim } from './claims.ts';
import { outsideCity } from './places.ts';
import { type Said, stated } from './stated.ts';
import type { Statement } from './statements.ts';

/** Parties are spoken of, but not who they may be. */
const SOME_PARTNERS =
  /(?<!\p{L})(?:(?:projekt|samverkans|samarbets)part\p{L}*|partnerskap\p{L}*|konsorti\p{L}*|medsökande|(?:minst )?(?:två|tre|fyra|fem|\d) (?:parter|organisationer|aktörer)|samverkan med andra|tillsammans med andra|partners?|partnerships?|consorti(?:um|a)|co-applicants?)(?!\p{L})/iu;

/** The city by its name. */
const CITY = /(?<!\p{L})(?:Stockholms? (?:stad|kommun)|(?:the )?City of Stockholm|Stockholm (?:City|municipality))(?!\p{L})/u;

interface Known {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly invitedOnly: Stated<true> | undefined;
  readonly publicPartner: Stated<true> | undefined;
}

/**
 * The city’s role as the text has it. Who may lead counts before who may apply; what is said of municipalities before what is
 * said of public bodies or legal entities; a "no" before a "yes" of the same kind. Nothing is taken from what funders usually do.
 */
export function readCityRole({ text, statements, claims, invitedOnly, publicPartner }: Known): CallReading['role'] {
  const role = (value: CityRole, said: readonly Said[], ...check: readonly string[]) => ({ ...stated(text, value, said), check });
  const of = (relation: Claim['relation'], allowed: boolean) => claims.filter((c) => c.relation === relation && c.allowed === allowed);
  const city = (found: readonly Claim[]) => found.filter((c) => c.city);

  const named = invitedOnly && statements.find((s) => CITY.test(s.text));
  if (named) return role('projektägare', [named, ...invitedOnly.quotes], 'Bara inbjudna får söka, och texten nämner Stockholm. Kontrollera inbjudan.');
  if (invitedOnly) return role('kan inte delta', invitedOnly.quotes, 'Bara inbjudna får söka. Kontrollera om staden har fått en inbjudan.');
  const outside = outsideCity(statements);
  if (outside)
    return role('kan inte delta', [outside], 'Utlysningen gäller andra platser eller kommuner än Stockholm. Kontrollera om staden ändå kan vara part.');

  const [leads, applies] = [of('lead', true), of('apply', true)];
  const barred = [...city(of('lead', false)), ...city(of('apply', false))].filter((no) => !isOutweighed(no, [...leads, ...applies]));
  const owns = barred.length > 0 ? [] : leads.length > 0 ? city(leads) : city(applies);
  const general = owns.length > 0 && owns.every((c) => c.kind === 'juridisk person');
  if (owns.length > 0) {
    return role(
      'projektägare',
      mostSpecific(owns),
      ...(general ? ['Texten nämner inte kommuner särskilt. Kontrollera att de räknas till dem som får söka.'] : []),
    );
  }

  const notPartner = city(of('partner', false));
  const asPartner = [...city(of('partner', true)), ...(leads.length > 0 ? city(applies) : [])];
  const asFunder = city(of('cofinance', true));
  if (asPartner.length > 0 && notPartner.length === 0)
    return role('samverkanspart', [...barred, ...leads, ...asPartner], 'Vem kan vara projektägare? Sök en part som får söka.');
  if (publicPartner && notPartner.length === 0)
    return role('samverkanspart', [...barred, ...leads, ...publicPartner.quotes], 'Vem kan vara projektägare? Sök en part som får söka.');
  if (asFunder.length > 0) return role('medfinansiär', [...barred, ...notPartner, ...asFunder], 'Vad behöver staden lämna, och när ska det vara beslutat?');
  if (notPartner.length > 0) return role('kan inte delta', [...barred, ...notPartner]);

  const others = [...leads, ...applies];
  const partners = statements.find((s) => SOME_PARTNERS.test(s.text));
  if (others.length + barred.length === 0) {
    return role('oklart', partners ? [partners] : [], 'Texten säger inte vem som får söka. Läs hela utlysningen eller fråga finansiären.');
  }
  if (partners)
    return role(
      'samverkanspart',
      [...barred, ...others, partners],
      'Texten säger inte vilka som får vara parter. Fråga finansiären om en kommun får vara det.',
    );
  return role(
    'kan inte delta',
    [...barred, ...others],
    ...(barred.length === 0 ? ['Texten nämner inte kommuner. Fråga finansiären om staden får vara samverkanspart.'] : []),
  );
}

const NARROWNESS: readonly ApplicantKind[] = ['kommun', 'offentlig aktör', 'juridisk person'];
const narrowness = (c: Claim): number => NARROWNESS.indexOf(c.kind);

/** "Offentliga aktörer kan inte söka" is outweighed by "kommuner kan söka", and not the other way round. */
const isOutweighed = (no: Claim, yes: readonly Claim[]): boolean => yes.some((c) => c.city && narrowness(c) < narrowness(no));

function mostSpecific(claims: readonly Claim[]): readonly Claim[] {
  const least = Math.min(...claims.map(narrowness));
  return claims.filter((c) => narrowness(c) === least);
}
