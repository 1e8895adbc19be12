import type { Stated } from '@asf-match/domain';
import { stated } from './stated.ts';
import type { Statement } from './statements.ts';

const COUNTIES =
  'Stockholms?|Uppsala|Södermanlands?|Östergötlands?|Jönköpings?|Kronobergs?|Kalmar|Gotlands?|Blekinge|Skåne|Hallands?|Västra Götalands?|Värmlands?|Örebro|Västmanlands?|Dalarnas?|Gävleborgs?|Västernorrlands?|Jämtlands?|Västerbottens?|Norrbottens?';
const AREAS =
  'Norra Mellansverige|Östra Mellansverige|Mellersta Norrland|Övre Norrland|Småland(?: med öarna)?|Sydsverige|Västsverige|Norrland|Svealand|Götaland';
const CITIES = 'Göteborgs?|Malmö|Norrköpings?|Linköpings?|Västerås|Umeå|Luleå|Gothenburg|Gävle|Sundsvalls?|Borås|Helsingborgs?';
const ABROAD =
  'Norge|Norway|Finnmark|Troms|Lapland|Lappland|Finland|Åland|Danmark|Denmark|Island|Iceland|Estland|Estonia|Lettland|Latvia|Litauen|Lithuania|Tyskland|Germany|Ukraina|Ukraine|Moldova|Western Balkans';
/** Areas that hold the city. */
const HOLDS_CITY =
  'Stockholms?(?: län| stad| kommun| region)?|Stockholm (?:County|region)|Mälardalen|Sverige|Sweden|hela landet|nationell\\p{L}*|Norden|nordiska länder\\p{L}*|Nordic countries|EU(?:[- ]?(?:land|länder|länderna|countries|member states?))?|European Union|Member States?|medlemsstat\\p{L}*|medlemsländer|Europa|Europe|Östersjö\\p{L}*|Baltic Sea|Central Baltic';
const PLACE = new RegExp(`(?<![\\p{L}-])(?:${HOLDS_CITY}|${COUNTIES}|${AREAS}|${CITIES}|${ABROAD})(?![\\p{L}])`, 'gu');
const HOLDS = new RegExp(`^(?:${HOLDS_CITY})$`, 'u');
const COUNTY_LIST = new RegExp(`(?:(?:${COUNTIES})(?:\\s*,\\s*|\\s+(?:och|samt|eller|and|or)\\s+|\\s*/\\s*)?)+\\s*(?:län|counties|county)`, 'u');

/** A statement that says for whom or where the money is. */
const ABOUT_APPLICANTS =
  /(?<!\p{L})(?:utlys\p{L}*|rikta\p{L}* sig|vänder sig|sök\p{L}*|ansök\p{L}*|säte|verksamma?|etablerad\p{L}*|stödområde|programområde\p{L}*|genomföras i|apply|applicants?|eligible|open to|based in|located in|established in|registered in|territory|programme area)(?!\p{L})/iu;
const SMALL =
  /kommuner(?:na)? med (?:färre|mindre|högst|under|upp till)\s[^.;]*invånare|(?:små|mindre|lands?bygds|glesbygds)[- ]?kommuner|municipalities with (?:fewer|less|under|up to|no more)\s[^.;]*inhabitants|(?:small|rural) municipalities(?: only)?/iu;

/** The places that the call names where it says for whom it is. */
export function readPlaces(text: string, statements: readonly Statement[]): Stated<readonly string[]> | undefined {
  const said = statements.filter((s) => ABOUT_APPLICANTS.test(s.text) && s.text.match(PLACE));
  const names = said.flatMap((s) => s.text.match(PLACE) ?? []);
  return names.length > 0 ? stated(text, [...new Set(names)], said) : undefined;
}

/** The statement that keeps Stockholm out: other areas are named for the applicants and nowhere one that holds it; or small municipalities only. */
export function outsideCity(statements: readonly Statement[]): Statement | undefined {
  const small = statements.find(
    (s) => SMALL.test(s.text) && ABOUT_APPLICANTS.test(s.text) && !/(?:även|också|särskilt|gärna|also|especially|encourage)/iu.test(s.text),
  );
  if (small) return small;
  const named = statements.filter((s) => ABOUT_APPLICANTS.test(s.text) && (s.text.match(PLACE) || COUNTY_LIST.test(s.text)));
  const inside = statements.some((s) => (s.text.match(PLACE) ?? []).some((name) => HOLDS.test(name)));
  return inside ? undefined : named.find((s) => isLimit(s.text));
}

/** "i Dalarnas län", "in Finnmark": the place limits, and is no name of a funder ("Region Dalarna finansierar"). */
const LIMIT = new RegExp(`(?<!\\p{L})(?:i|inom|från|in|within|from)\\s+(?:[\\p{L}-]+\\s+){0,2}?(?:${COUNTIES}|${AREAS}|${CITIES}|${ABROAD})(?!\\p{L})`, 'u');
const isLimit = (text: string): boolean => LIMIT.test(text) || COUNTY_LIST.test(text);
