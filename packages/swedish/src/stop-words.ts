/** Words that say nothing about what is bought: Swedish function words, and the words that every notice is full of. */
const FUNCTION_WORDS = `
  alla allt alltid att av bara bland blev bli blir bl både båda dag de dem den denna deras dess dessa det detta dig din dock du då där därav därför efter
  eftersom ej eller en enligt er ert ett exempelvis finns flera fler flest fram framför från får före för genom gör ha hade han har hela helt hennes hon honom
  hos hur här i in inför inkl inklusive innan inom inte jag kan kommer kring kunna längre man med mellan men mer mera mest min mot mycket måste ni nu när någon
  något några nästa och också olika om oss på samt sedan ska skall skulle som så såsom sådan sådana sätt till tex under upp ur ut utan utanför utifrån utom
  vad var vara varit varje vars vid vilka vilken vilket vill vårt våra vår vi viss vissa åt än ännu är även över övrig övriga övrigt
  and for of or the to in with`;

const NOTICE_WORDS = `
  anbud anbudsgivare anbudsgivaren annons annonsering ansvar ansvarar antal använda användas avrop avropa avse avsedd avsedda avser avseende avtal avtalet
  avtalsperiod avtalstid avtalstiden behov behovet beställare beställaren beskrivning bilaga bolag bolagen bolaget delområde delområden delar del erbjuda
  förfrågningsunderlag förvaltning förvaltningar gäller genomföra genomförande huvudsakligen ingå ingår innefattar kommun kommunen kommunens kommunala kontrakt
  kontraktet krav kraven köp köpa leverans leveranser leverantör leverantören leverantörer leverera mål möjlighet möjligt nedan offentlig område områden
  omfatta omfattar omfattning option period ramavtal ramavtalet region regionen regionens stad staden stadens stockholm stockholms sverige tecknas tid tjänst
  tjänsten tjänster upphandla upphandlande upphandlas upphandling upphandlingen uppdrag uppdraget uppdragen uppfylla utföra utföras utförs utförande
  verksamhet verksamheten verksamheter verksamheters behöver bedriva bedriver`;

const STOP_WORDS: ReadonlySet<string> = new Set(`${FUNCTION_WORDS} ${NOTICE_WORDS}`.split(/\s+/).filter(Boolean));

/** True for a lower-case word that carries no meaning for what is bought or offered. One letter never does. */
export const isStopWord = (word: string): boolean => word.length < 2 || STOP_WORDS.has(word);
