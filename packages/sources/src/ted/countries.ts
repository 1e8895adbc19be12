/** ISO 3166-1 alpha-3 of the code list `country` as far as it buys on TED, to alpha-2 and to the zone of its capital. */
const COUNTRIES: readonly (readonly [alpha3: string, alpha2: string, zone: string])[] = [
  ['AUT', 'AT', 'Europe/Vienna'],
  ['BEL', 'BE', 'Europe/Brussels'],
  ['BGR', 'BG', 'Europe/Sofia'],
  ['HRV', 'HR', 'Europe/Zagreb'],
  ['CYP', 'CY', 'Asia/Nicosia'],
  ['CZE', 'CZ', 'Europe/Prague'],
  ['DNK', 'DK', 'Europe/Copenhagen'],
  ['EST', 'EE', 'Europe/Tallinn'],
  ['FIN', 'FI', 'Europe/Helsinki'],
  ['FRA', 'FR', 'Europe/Paris'],
  ['DEU', 'DE', 'Europe/Berlin'],
  ['GRC', 'GR', 'Europe/Athens'],
  ['HUN', 'HU', 'Europe/Budapest'],
  ['IRL', 'IE', 'Europe/Dublin'],
  ['ITA', 'IT', 'Europe/Rome'],
  ['LVA', 'LV', 'Europe/Riga'],
  ['LTU', 'LT', 'Europe/Vilnius'],
  ['LUX', 'LU', 'Europe/Luxembourg'],
  ['MLT', 'MT', 'Europe/Malta'],
  ['NLD', 'NL', 'Europe/Amsterdam'],
  ['POL', 'PL', 'Europe/Warsaw'],
  ['PRT', 'PT', 'Europe/Lisbon'],
  ['ROU', 'RO', 'Europe/Bucharest'],
  ['SVK', 'SK', 'Europe/Bratislava'],
  ['SVN', 'SI', 'Europe/Ljubljana'],
  ['ESP', 'ES', 'Europe/Madrid'],
  ['SWE', 'SE', 'Europe/Stockholm'],
  ['ISL', 'IS', 'Atlantic/Reykjavik'],
  ['LIE', 'LI', 'Europe/Vaduz'],
  ['NOR', 'NO', 'Europe/Oslo'],
  ['CHE', 'CH', 'Europe/Zurich'],
  ['GBR', 'GB', 'Europe/London'],
  ['ALB', 'AL', 'Europe/Tirane'],
  ['BIH', 'BA', 'Europe/Sarajevo'],
  ['MKD', 'MK', 'Europe/Skopje'],
  ['MNE', 'ME', 'Europe/Podgorica'],
  ['SRB', 'RS', 'Europe/Belgrade'],
  ['TUR', 'TR', 'Europe/Istanbul'],
  ['UKR', 'UA', 'Europe/Kyiv'],
  ['MDA', 'MD', 'Europe/Chisinau'],
  ['GEO', 'GE', 'Asia/Tbilisi'],
  ['USA', 'US', 'America/New_York'],
];

const alpha2 = new Map(COUNTRIES.map(([three, two]) => [three, two]));
const zones = new Map(COUNTRIES.map(([, two, zone]) => [two, zone]));

/** A country code as TED writes it ("SWE", "SE", the EU's own "UK" and "EL") as ISO 3166-1 alpha-2; undefined when it is none. */
export function countryCode(code: string | undefined): string | undefined {
  if (code === 'UK') return 'GB';
  if (code === 'EL') return 'GR';
  if (code && /^[A-Z]{2}$/.test(code)) return code;
  return code ? alpha2.get(code) : undefined;
}

/** The IANA zone in which a country's buyers state clock times; UTC when the country is not known. */
export const zoneOf = (country: string | undefined): string => zones.get(country ?? '') ?? 'UTC';

/** A language code ("SV", "SWE") as ISO 639-1; undefined when it has none. */
export function languageCode(code: string | undefined): string | undefined {
  if (!code || !/^[A-Za-z]{2,3}$/.test(code)) return undefined;
  const { language } = new Intl.Locale(code);
  return language.length === 2 ? language : undefined;
}
