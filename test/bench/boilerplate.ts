import type { Notice } from '@asf-match/domain';
import { sentences } from '@asf-match/swedish';
import type { Random } from './random.ts';

/**
 * Made up after what tender documents are full of: what every contract says, whatever is bought. Words in brackets are
 * choices. Some mention cleaning, food, furniture, waste or transport, as such pages do, without any of it being bought.
 */
const PATTERNS = [
  'Anbudsgivaren ska [senast vid avtalsstart|på begäran|inom fem arbetsdagar] kunna visa att kraven i detta [avsnitt|kapitel|dokument] är uppfyllda.',
  'Leverantören svarar för att [underleverantörer|den egna personalen|inhyrd personal] följer samma villkor som gäller för leverantören själv.',
  'Vid [försenad|utebliven|bristfällig] leverans har beställaren rätt till vite med [0,5|1|2] procent av [ordervärdet|avtalssumman|fakturabeloppet] per påbörjad vecka.',
  'Faktura ska vara elektronisk och följa [Peppol BIS Billing 3|gällande standard enligt lag (2018:1277)|beställarens anvisningar].',
  'Betalning sker mot faktura [30|trettio] dagar efter [godkänd leverans|fakturans ankomst]; dröjsmålsränta utgår enligt räntelagen.',
  'Faktureringsavgifter, expeditionsavgifter och andra tillägg godtas inte om de inte framgår av [prisbilagan|avtalet|anbudet].',
  'Handlingar i ärendet omfattas av absolut sekretess till dess att [tilldelningsbeslut|beslut om tilldelning] har meddelats.',
  'Leverantören ska informera berörd personal om den tystnadsplikt som följer av offentlighets- och sekretesslagen (2009:400).',
  'Part är befriad från påföljd om åtagandet hindras av [krig|myndighetsbeslut|eldsvåda|arbetskonflikt] eller annan omständighet utanför partens kontroll (force majeure).',
  'Personuppgifter behandlas i enlighet med dataskyddsförordningen, och parterna tecknar vid behov ett personuppgiftsbiträdesavtal.',
  'Leverantören ska ha ett dokumenterat [kvalitetsledningssystem|miljöledningssystem] som motsvarar [ISO 9001|ISO 14001] eller likvärdigt.',
  'Leverantören ska under hela avtalstiden ha en ansvarsförsäkring som täcker skador om minst [fem|tio|tjugo] miljoner kronor per skadetillfälle.',
  'Beställaren strävar efter en hållbar utveckling, och leverantören ska minska sin påverkan på [miljö och klimat|luft, mark och vatten].',
  'Fordon som används i uppdraget ska uppfylla lägst utsläppsklass [Euro 5|Euro 6] och tomgångskörning ska undvikas.',
  'Transporter till och från leveransstället ingår i priset och ska [samordnas|planeras] så att antalet körningar blir så litet som möjligt.',
  'Emballage och förpackningar återtas av leverantören och lämnas till [materialåtervinning|återvinning] utan kostnad för beställaren.',
  'Leverantören ansvarar för att arbetsplatsen är städad efter avslutat arbete och att avfall sorteras enligt beställarens anvisningar.',
  'Personalen har tillgång till [lunchrum|personalmatsal|omklädningsrum] i mån av plats; parkering ordnas av leverantören.',
  'All personal ska bära [väl synlig legitimation|arbetskläder med företagets namn|tjänstekort] och uppträda på ett sätt som inger förtroende.',
  'Arbetsrättsliga villkor om lön, semester och arbetstid ska minst motsvara de nivåer som följer av [kollektivavtal i branschen|centralt kollektivavtal].',
  'Leverantören ska aktivt motverka diskriminering och främja lika rättigheter och möjligheter i arbetslivet.',
  'Där det är lämpligt ska leverantören i samråd med beställaren erbjuda [praktikplats|anställning] åt personer som står långt från arbetsmarknaden.',
  'Muntlig kommunikation och skriftlig rapportering sker på svenska om inte annat överenskommits.',
  'Uppföljningsmöten hålls [en gång per kvartal|två gånger per år|vid behov] och kallas till av beställaren; kaffe bjuds.',
  'Beställaren har rätt att säga upp avtalet med omedelbar verkan om leverantören [försätts i konkurs|inte betalar skatter och avgifter|lämnat oriktiga uppgifter].',
  'Avtalet kan inte överlåtas på annan utan [skriftligt medgivande|godkännande] från motparten.',
  'Tvist med anledning av avtalet avgörs av allmän domstol på beställarens ort med tillämpning av svensk rätt.',
  'Ändringar och tillägg till avtalet ska för att vara giltiga vara skriftliga och undertecknade av båda parter.',
  'Priserna är fasta under [de första tolv månaderna|det första avtalsåret] och kan därefter justeras enligt [konsumentprisindex|arbetskostnadsindex].',
  'Anbud lämnas elektroniskt via upphandlingssystemet; anbud per e-post eller brev prövas inte.',
  'Frågor om upphandlingen ställs [skriftligen|via systemets frågefunktion] senast tio dagar före sista anbudsdag.',
  'Leverantör som omfattas av någon av uteslutningsgrunderna i 13 kap. lagen om offentlig upphandling kommer att uteslutas.',
  'Ekonomisk ställning styrks med [kreditupplysning|årsredovisning|intyg från bank] som motsvarar lägst riskklass 3.',
  'Anbudsgivaren ska lämna [två|tre] referensuppdrag av liknande omfattning som utförts under de senaste tre åren.',
  'Beställarens IT-miljö, möbler och lokaler får användas endast i den utsträckning som krävs för uppdraget.',
  'Kemiska produkter ska vara märkta enligt gällande regler, och säkerhetsdatablad ska finnas på arbetsplatsen.',
  'Nycklar, passerkort och koder kvitteras av namngiven person, förvaras betryggande och återlämnas när uppdraget upphör.',
  'Beställaren förbehåller sig rätten att avbryta upphandlingen om [sakliga skäl föreligger|anbuden överstiger budget|förutsättningarna ändras].',
  'Angivna volymer är uppskattningar utifrån tidigare års utfall och innebär ingen garanti om viss omsättning.',
  'Avtalet gäller i två år med möjlighet för beställaren att förlänga i ytterligare [ett plus ett|två] år på oförändrade villkor.',
];

/** A sentence of made-up boilerplate. */
export const boilerplateSentence = (random: Random): string =>
  random.pick(PATTERNS).replace(/\[([^\]]+)\]/g, (_, choices: string) => random.pick(choices.split('|')));

/** A sentence about tendering … */
const ABOUT_TENDERING = /anbud|avtal|leverantör|upphandl|sekretess|faktur|vite|ansvar|option|krav|kontrakt|avrop|uteslut|kvalific|referens/i;
/** … that does not say what is bought. */
const SAYS_WHAT =
  /avse|omfatta|gäller|består|ingår|innefatta|inneb|inköp av|leverans av|föremål|syfte|efterfråg|bjuder|upphandling av|upphandlat|uppdrag|tillhandahåll|entreprenad|ramavtalet för|området/i;

/** Sentences of the real Swedish notices that speak of tendering and not of what is bought. */
export function realBoilerplate(notices: readonly Notice[]): string[] {
  const texts = notices.filter((n) => n.language === 'sv').flatMap((n) => [n.description ?? '', ...n.lots.map((lot) => lot.description ?? '')]);
  const found = texts.flatMap((text) => sentences(text).map(({ start, end }) => text.slice(start, end)));
  return [...new Set(found)].filter((s) => s.length > 40 && s.length < 400 && ABOUT_TENDERING.test(s) && !SAYS_WHAT.test(s));
}

/** About so many characters of boilerplate in paragraphs; every fifth sentence is real, when there are any. */
export function boilerplate(length: number, random: Random, real: readonly string[]): string {
  let text = '';
  while (text.length < length) {
    const sentence = real.length > 0 && random.chance(0.2) ? random.pick(real) : boilerplateSentence(random);
    text += `${sentence}${random.chance(0.2) ? '\n\n' : ' '}`;
  }
  return text.trim();
}
