// The package's root loads database drivers and a .env file, so the stemmer is taken from its folder.
import PorterStemmerSv from 'natural/lib/natural/stemmers/porter_stemmer_sv.js';

const MAX_LENGTH = 60;
const MAX_REMEMBERED = 200_000;
const remembered = new Map<string, string>();
const same = new Map<string, string>();

/** Forms of words that would share a stem with another word: a store is no law ("lager", "lag"), a boarding school no internet; and those that would have several. */
const APART: ReadonlyMap<string, string> = new Map(
  Object.entries({
    lager: 'lager lagers lagret lagrets lagren lagrens',
    internat: 'internat internatet internaten',
    värde: 'värde värdes värdet värden värdena',
    måla: 'måla målar målas målat målad målade målare målaren målarna målares',
    bröder: 'bröder bröders bröderna brödernas',
    billig: 'billig billigt billiga billigare billigast',
    motor: 'motor motorn motorns motorer motorerna',
    server: 'server servern servrar servrarna servrars',
    tapetserare: 'tapetserare tapetseraren tapetserarna',
    riva: 'riva river rivs rivas',
    dator: 'dator datorn datorns datorer datorers datorerna datorernas',
    traktor: 'traktor traktorn traktorns traktorer traktorers traktorerna traktorernas',
    kurs: 'kurs kursen kursens kurser kursers kurserna kursernas',
    kök: 'kök köket kökets köken kökens',
    foto: 'foto fotot fotots foton fotons fotona fotonas',
    video: 'video videon videons videor videors videorna videos',
    museum: 'museum museums museet museets museer museers museerna museernas',
    fönst: 'fönster fönsters fönstret fönstrets fönstren fönstrens',
    fik: 'fika fikan fikas fikor',
  }).flatMap(([stemmed, forms]) => forms.split(' ').map((form) => [form, stemmed] as const)),
);

/**
 * The stem of a lower-case Swedish word: Porter's algorithm for Swedish (snowballstem.org/algorithms/swedish) and three
 * rules where it parts forms of one word: the neuter ending ("arbete", "arbetet"), the e that falls away before
 * l and r ("möbel", "möbler"; "cykel", "cyklar"), and an s of the word itself that it takes for a genitive in one
 * form only ("plats", "platser"). What it does not know as endings goes first ("kaféer", "konferenser", "textilier", "cykeln").
 */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = APART.get(word) ?? (word.length > MAX_LENGTH ? word : stemmed(withoutRareEnding(word)));
  if (remembered.size >= MAX_REMEMBERED) {
    remembered.clear();
    same.clear();
  }
  // One string for all words of a stem: it is looked up by every reader, and a string is found faster by itself than by its letters.
  const result = same.get(found) ?? found;
  same.set(result, result);
  remembered.set(word, result);
  return result;
}

function stemmed(word: string): string {
  return word.endsWith('ferens') ? word : fold(notTooShort(word, PorterStemmerSv.stem(word)));
}

const withoutRareEnding = (word: string): string =>
  word
    .replace(/(?<=é)(?:er|ers|erna|ernas|n|ns|ets?)$/, '')
    .replace(/(?<=ferens)(?:en|ens|er|ers|erna|ernas)$/, '')
    .replace(/(?<=til)ier(?:s|nas?)?$/, '')
    .replace(/(?<=[^aeiouyåäö]el)ns?$/, '');

/** "fastighet" is not "fast": where the algorithm leaves a stump of a long word, only the ending of the inflection goes. */
function notTooShort(word: string, stemmed: string): string {
  return stemmed.length <= 4 && word.length - stemmed.length >= 5 ? word.replace(/(?:ernas?|ens?|ers?|s)$/, '') : stemmed;
}

function fold(stemmed: string): string {
  if (stemmed.length >= 6 && stemmed.endsWith('et')) return stemmed.slice(0, -2);
  if (stemmed.length >= 5 && /[^aeiouyåäö]e[lr]$/.test(stemmed)) return stemmed.slice(0, -2) + stemmed.slice(-1);
  if (stemmed.length >= 5 && /[bdfghjklmnoprtvy]s$/.test(stemmed)) return stemmed.slice(0, -1);
  return stemmed;
}
