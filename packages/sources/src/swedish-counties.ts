/** NUTS level 3 of Sweden (Regulation (EC) No 1059/2003, as amended), by the county’s name without "län". */
const COUNTIES: Readonly<Record<string, string>> = {
  stockholms: 'SE110',
  uppsala: 'SE121',
  södermanlands: 'SE122',
  östergötlands: 'SE123',
  örebro: 'SE124',
  västmanlands: 'SE125',
  jönköpings: 'SE211',
  kronobergs: 'SE212',
  kalmar: 'SE213',
  gotlands: 'SE214',
  blekinge: 'SE221',
  skåne: 'SE224',
  hallands: 'SE231',
  'västra götalands': 'SE232',
  värmlands: 'SE311',
  dalarnas: 'SE312',
  gävleborgs: 'SE313',
  västernorrlands: 'SE321',
  jämtlands: 'SE322',
  västerbottens: 'SE331',
  norrbottens: 'SE332',
};

/** The NUTS code of a county named in full, "Stockholms län"; undefined for any other place. */
export function countyNuts(name: string): string | undefined {
  const county = /^(.+?)\s+län$/.exec(name.normalize('NFC').trim().toLowerCase())?.[1];
  return county === undefined ? undefined : COUNTIES[county];
}
