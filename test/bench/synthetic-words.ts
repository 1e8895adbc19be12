import type { Random } from './random.ts';

const split = (text: string): string[] => text.trim().split(/\s+/);

/** The most frequent first, as in running text. */
const FUNCTION_WORDS = split(`
  och i att som för av på med en den är till det ska ett om de inom vid eller samt från kan enligt ej har inte under som efter där även sin dessa detta
  denna utan mellan genom alla över upp vara varje så när bland annat också men hos fram före vilka vilken mot blir blivit redan endast ut per minst högst
  både varav dock hela egna andra flera några olika varandra därefter innan sedan således dels kring ingen inget respektive beträffande angående utöver`);

const FIRSTS = split(`
  system trafik skol energi vatten säkerhets program data drift projekt bygg väg tunnel bro el fiber mät styr teknik test prov analys strategi plan budget
  ekonomi lön personal chef ledar grupp enhets område region lands stads kust hamn flyg tåg buss spår signal rör kabel pump filter motor turbin panna kyl
  värme gas olja metall stål betong asfalt grus berg mark geo miljö klimat luft buller strål röntgen labb vård läkar sjuk tand ögon hjärt blod medicin
  apoteks recept journal patient akut ambulans brand larm kamera nät server moln lagrings licens kod app webb portal kart bild film ljud ljus scen museum
  arkiv biblioteks bok tidnings press reklam medie språk tolk rätts avtals skatte tull polis försvars fordons last släp kran lyft hiss port dörr tak fasad
  grund golv vägg isolerings ventilations sprinkler rader vind sol batteri ladd elbils cykel gång park torg idrotts is sim hall arena läktar`);

const LASTS = split(`
  system utredning planering plattform lösning modell metod process funktion kapacitet mätning kontroll besiktning projektering konstruktion anläggning
  utbyggnad ombyggnad förvaltning styrning övervakning utveckling analys undersökning rapport dokumentation utbildning rådgivning granskning revision
  certifiering tillverkning montering installation driftsättning reglering uppgradering licens modul enhet komponent material utrustning maskin fordon
  instrument apparat sensor terminal skärm kabel ledning central station byggnad hall bro väg tunnel kaj bana park zon linje sträcka karta ritning register
  databas arkiv nät protokoll standard krav nivå klass grad volym yta längd höjd vikt effekt tryck flöde temperatur ström spänning frekvens signal kod
  avgift taxa ersättning försäkring garanti finansiering budget kostnad intäkt bidrag stöd insats åtgärd program projekt uppdrag`);

/** The forms of a last part; many are not Swedish, all look like it. */
const ENDINGS = ['', 's', 'en', 'ens', 'er', 'erna', 'ernas', 'et'];
const TAXONOMY_COMPOUND = 0.04;

/** Where a number from 0 to 1 falls among ranks whose frequency is one over the rank. */
function zipf(size: number): (at: number) => number {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 2.7);
    sums[rank] = sum;
  }
  return (at) => {
    const wanted = at * sum;
    let [low, high] = [0, size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** Words of running text. */
export interface Vocabulary {
  /** A made-up compound; few are frequent, most are rare. */
  content(random: Random): string;
  /** A function word. */
  functional(random: Random): string;
}

/** So many distinct made-up compounds, a few of which begin with a word of the taxonomy. */
export function vocabulary(size: number, terms: readonly string[], random: Random): Vocabulary {
  const single = terms.filter((term) => /^\p{L}{3,12}$/u.test(term));
  const words = new Set<string>();
  while (words.size < size) {
    const first = random.chance(TAXONOMY_COMPOUND) ? random.pick(single) : random.pick(FIRSTS);
    words.add(`${first}${random.pick(LASTS)}${random.pick(ENDINGS)}`);
  }
  const list = [...words];
  const content = zipf(list.length);
  const functional = zipf(FUNCTION_WORDS.length);
  return {
    content: ({ next }) => list[content(next())] as string,
    functional: ({ next }) => FUNCTION_WORDS[functional(next())] as string,
  };
}
