/** The word lists of the splitter: closed classes and lexicalised words of Swedish. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/**
 * Particles and prefixes. They are no part of a compound but make a new word with what follows ("upphandling",
 * "samordning"), so no boundary is set behind one.
 */
export const PREFIXES = list(`
  an av be bort efter ent er fram från för före förbi ge genom hop igen in inne kring med mellan miss mis mot ned ner nedan om omkring o oför på runt sam
  sär till tillbaka um und under undan upp ur ut ute utan van vid veder å åter över
  inter kon re sub trans`);

/** Words that are no part of a compound although they are words, most of them of the grammar. */
export const NO_PARTS = list(`
  all alla allt att bli blir de dem den det dig din dit du där då eller en er ett eras ha hade han har hon hos hur här i ihop inte isär jag kan
  man min mig men nej ni nog nu när nära någon och ja sig sin ska som sönder så såg tack vad var varje vem vi vår våra åt än är ännu
  uppe emot emellan innan inom vore varit blev fick får gick`);

/** Suffixes and endings that are also words, or the ends of loanwords: none of these is a last part. */
export const NO_LAST_PARTS = list(`
  het heten heter hets skap skapet skapen ling lingar ing ning ningen ningar ande ende are aren arens arna er erna ers ar ars or orna an en et na ad ade ast at ist
  ism isk iska iskt bar bart bara lig liga ligt ligen lös eri era erad erade erar erat ion ioner sam samt samma inna ant ent ens ans ant al alt ell gon log
  loger logen mang mer mera meter ring ringen ringar ringars ter tera tet tets tal tal tur turer turen ur vis visning visningar visningen givning givningen
  ed eds ess us ums um ik iker ika in ina ins int inte itet kaps kap ses sen sens set sel sels`);

/**
 * First parts that the dictionary has no flag for: old linking forms of nouns and the combining forms of
 * international words.
 */
export const FIRST_PARTS = list(`
  gatu varu ladu kyrko kvinno människo vecko flicko hälso lego läro sago saga åldrings själa jordbruks
  agro akva amfi anti astro audio auto bio deci eko elektro euro extra foto geo giga hetero homo hydro hyper hypo info infra kemo kilo makro mega meta mikro mini
  maxi mono multi nano neuro närings orto para poly proto pseudo psyko radio retro semi socio stereo super tele termo turbo ultra uro vice video ärke
  bi el is ko ny ro sy te tå öl ö ek by`);

/** Prefixes of a word's meaning that compound freely, but only in front. */

/**
 * Lexicalised words: compounds by origin whose parts no longer tell what they mean, and words that look like compounds.
 * Given as entries; their inflected forms follow.
 */
export const LEXICALISED = list(`
  avtal bolag bostad verkstad verktyg vägledning vägledare rådgivning rådgivare redovisning redogörelse formgivning formgivare lagstiftning fullmäktig fullmäktige
  undersökning undervisning utomhus inomhus kartläggning kartlägga fastställande genomförande förvaltning grönsak landskap trädgård vardag vardags
  kunskap egenskap ledamot ombud samtal handläggare handläggning tillsyn rättighet skyldighet verksamhet likvärdig självständig
  närvaro frånvaro likadan delaktig deltagande ställning ställande handledare handledning sakkunnig hemlig hemlighet fullständig godkännande
  besked bekräftelse kännedom vetenskap vittne fredag lördag söndag måndag tisdag onsdag torsdag bakgrund framsteg fattig
  gymnasium behandling allmän allmänhet kandidat kandelaber kultur natur figur lektion sektion station motion kapital signal journal
  pension mission passion division version person personal salong balkong kontrakt kontakt kontor konto kontroll trakt trupp
  mental central neutral general mineral material märke viktig kraftig riktig riktning tändning servering ordförande
  fönster mönster kloster plåster register minister semester orkester alster hamster
  mottagare deltagare arbetslös arbetslösa myndighet möjlighet fritid`);
