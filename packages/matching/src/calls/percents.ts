import type { CallReading } from '@asf-match/domain';
import { type Said, stated } from './stated.ts';
import type { Statement } from './statements.ts';

const PERCENT =
  /(?<![\d.,])(?<share>\d{1,3}(?:[.,]\d+)?)\s*(?:%|procent(?!enhet)|per\s?cent|percent)|(?<!\p{L})(?:hälften|halva (?:kostnad\p{L}*|summan|beloppet)|half(?= (?:of|the)))(?!\p{L})/giu;
/** "EU co-financing": what the funder pays, although the word is the other’s. */
const FUNDERS_SHARE = /(?<!\p{L})(?:EU|Union|ERDF|ERUF|ESF\+?|AMIF)[\s-]+co-?financ\p{L}*/giu;
const OWN =
  /(?<!\p{L})(?:medfinansier\p{L}*|egen\s?finansier\p{L}*|egen finansiering|egeninsats\p{L}*|egen insats|egna medel|motfinansier\p{L}*|(?:egen )?kontantinsats|själva|sökande(?:n)? (?:ska|måste) (?:själv )?(?:bidra|stå för)|bidra(?:r)? med|står för|stå för|co-?financ\p{L}*|co-?fund\p{L}*|own (?:contribution|resources|funding|funds|financing)|match(?:ed|ing)?[- ]?fund(?:s|ing)|remaining|rest(?:en|erande)|themselves|själv)(?!\p{L})/giu;
const FUNDED =
  /(?<!\p{L})(?:stödnivå\p{L}*|stöd(?:et|s)?|eu-?stöd\p{L}*|stödandel\p{L}*|stödintensitet\p{L}*|bidrag(?:et|ets|sandel\p{L}*|snivå\p{L}*)?|statsbidrag\p{L}*|finansierar|finansieras|finansieringsgrad\p{L}*|finansieringsandel\p{L}*|vi (?:betalar|ersätter|täcker|står för)|ersätt\p{L}*|täck(?:a|er|s|as)|sök(?:a|as)|få|beviljas?|funding rate|reimburse\p{L}*|grant(?:s)?|funding|covers?|cover|contribut(?:ion|es)|funds?|pays?|finances?|subsid\p{L}+|aid intensity|support|fund|rate|motsvarande|dock)(?!\p{L})/giu;
const ASIDE =
  /(?<!\p{L})(?:overhead\p{L}*|indirekta|schablon\p{L}*|indirect|flat[- ]rate|förskott\p{L}*|pre-?financing|advance|utrustning|equipment|underleverant\p{L}*|subcontract\p{L}*|målgrupp\p{L}*|deltagar(?:na|e)|participants|kvinnor|women|män|anställda|employees|personalkostnad\p{L}*|staff costs|heltid|arbetstid\p{L}*|full-time|viktas?|weight\p{L}*|poäng|score|points|utvärdering\p{L}*|evaluation|arbetslös(?:a|heten)|unemploy\p{L}+|befolkning\p{L}*|population|ränta|interest|moms|vat|innehålls|sista utbetalning\p{L}*|final payment|of the fund|av fonden|lån|lånet|\p{L}*garanti\p{L}*|loans?|guarantees?|increase|ökning|minsk\p{L}*|föregående|förra|previous|last year)(?!\p{L})/iu;

const HOW_MUCH = /(?:hur mycket|hur stor|finansiering|stödnivå|stödandel|kostnad|how much|what (?:do you|we) (?:pay|fund)|funding|budget|costs?|rate)/iu;

const last = (pattern: RegExp, text: string): number => Math.max(-1, ...[...text.matchAll(pattern)].map((m) => m.index + m[0].length));
const first = (pattern: RegExp, text: string): number => text.search(new RegExp(pattern.source, 'iu'));

/** The highest share that the funder pays and the lowest that others must, as the text states them; neither is worked out from the other. */
export function readPercents(text: string, statements: readonly Statement[]): Pick<CallReading, 'fundingPercent' | 'cofinancingPercent'> {
  const found: { funding?: { value: number; said: Said }; own?: { value: number; said: Said } } = {};
  for (const statement of statements) {
    const percents = [...statement.text.matchAll(PERCENT)];
    for (const [i, match] of percents.entries()) {
      const from = i === 0 ? 0 : (percents[i - 1]?.index ?? 0) + (percents[i - 1]?.[0].length ?? 0);
      const value = match.groups?.share ? Number(match.groups.share.replace(',', '.')) : 50;
      const what =
        value > 100 ? undefined : meaningOf(statement, from, match.index, match.index + match[0].length, percents[i + 1]?.index ?? statement.text.length);
      if (what) found[what] ??= { value, said: statement };
    }
  }
  const { funding, own } = found;
  return {
    ...(funding && { fundingPercent: stated(text, funding.value, [funding.said]) }),
    ...(own && { cofinancingPercent: stated(text, own.value, [own.said]) }),
  };
}

function meaningOf({ text, heading, lead }: Statement, from: number, start: number, end: number, to: number): 'funding' | 'own' | undefined {
  const before = text.slice(from, start).replace(FUNDERS_SHARE, 'grant');
  const [after = ''] = text.slice(end, to).split(/[,;]|\s(?:and|och|men|but|så)\s/u);
  if (ASIDE.test(before) || ASIDE.test(after.slice(0, 40))) return undefined;
  const [own, funded] = [last(OWN, before), last(FUNDED, before)];
  // "Kravet på medfinansiering är minst 46 procent", "räkna med att ni själva står för minst 60 procent".
  if (own >= 0 && own >= funded) return 'own';
  const ownAfter = first(OWN, after);
  const fundedAfter = first(FUNDED, after);
  // "minst 20 procents medfinansiering", "20 % must be covered by co-financing"
  if (ownAfter >= 0 && ownAfter < 45 && (fundedAfter < 0 || ownAfter <= fundedAfter)) return 'own';
  if (ownAfter >= 0 && /^(?:s|)\s*(?:must|ska|måste|shall|is to)/iu.test(after)) return 'own';
  if (funded >= 0 || fundedAfter >= 0) return own > funded ? 'own' : 'funding';
  const above = `${heading} ${lead}`;
  if (first(OWN, above) >= 0) return 'own';
  return HOW_MUCH.test(above) ? 'funding' : undefined;
}
