// The package's root loads database drivers and a .env file, so the stemmer is taken from its folder.
import PorterStemmerSv from 'natural/lib/natural/stemmers/porter_stemmer_sv.js';

const MAX_LENGTH = 60;
const MAX_REMEMBERED = 200_000;
const remembered = new Map<string, string>();

/**
 * The stem of a lower-case Swedish word: Porter's algorithm for Swedish (snowballstem.org/algorithms/swedish) and three
 * rules where it parts forms of one word: the neuter ending ("arbete", "arbetet"), the e that falls away before
 * l and r ("möbel", "möbler"; "cykel", "cyklar"), and an s of the word itself that it takes for a genitive in one
 * form only ("plats", "platser").
 */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const result = word.length > MAX_LENGTH ? word : fold(notTooShort(word, PorterStemmerSv.stem(word)));
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(word, result);
  return result;
}

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
