/**
 * Last parts that say only that something is done: "städtjänst", "lokalvårdsuppdrag". What is done is in the part before.
 */
const GENERIC_HEADS =
  /^(?:s|e)?(?:tjänst|arbet|uppdrag|verksam|uppgift|syssl|jobb|grupp|insats|servic|entreprenad|åtgärd|aktivit|hanter|produkt|utför|avtal|ramavtal|behov|personal|bolag|firm)/u;

/**
 * A verb's particle before the last part makes another word of it: "upphandling" is no "handling" and "tillagning" no
 * "lagning". The short ones are read only at the beginning, since many words end in the same letters ("kabin|städning").
 */
const PARTICLE = /^(?:av|an|be|er|för|ge|in|miss|mot|ned?|ner|om|på|sam|til|ut|van)$|(?:bort|fram|till|under|upp|åter|över)$/u;

/** How a word of a text contains the word of a term. */
export type CompoundRelation = 'head' | 'first';

const MIN_HEAD = 6;
const MIN_FIRST = 4;
const MIN_REST = 3;

/**
 * A first, careful reading of compounds, of stems: in Swedish the last part carries the meaning ("kontorsstädning" is
 * a kind of "städning"), so a term may be the end of a longer word; and it may be the beginning when what follows is
 * a generic head. Nothing else counts: "städmaskin" is no "städ".
 * @returns each term found, by the positions that `isTerm` accepts, longest first.
 */
export function termsWithin(stemmed: string, isTerm: (part: string) => boolean): { readonly term: string; readonly relation: CompoundRelation }[] {
  const found: { term: string; relation: CompoundRelation }[] = [];
  for (let start = MIN_REST; start <= stemmed.length - MIN_HEAD; start++) {
    const part = stemmed.slice(start);
    if (isTerm(part) && !PARTICLE.test(stemmed.slice(0, start))) found.push({ term: part, relation: 'head' });
  }
  for (let end = stemmed.length - MIN_REST; end >= MIN_FIRST; end--) {
    const part = stemmed.slice(0, end);
    if (isTerm(part) && GENERIC_HEADS.test(stemmed.slice(end))) found.push({ term: part, relation: 'first' });
  }
  return found;
}
