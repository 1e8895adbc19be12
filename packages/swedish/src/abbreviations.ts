/** Beginnings of words that registers and titles cut short, and what they stand for; also as the last part of a compound ("klottersan."). */
const ENDINGS: readonly (readonly [cut: string, whole: string])[] = Object.entries({
  trädg: 'trädgård',
  verkst: 'verkstad',
  snick: 'snickeri',
  hantv: 'hantverk',
  san: 'sanering',
  rep: 'reparation',
  utb: 'utbildning',
  tillv: 'tillverkning',
  försälj: 'försäljning',
  bokf: 'bokföring',
  mont: 'montering',
  adm: 'administration',
  beg: 'begagnade',
  prod: 'produktion',
  fastigh: 'fastighet',
  lokalv: 'lokalvård',
  underh: 'underhåll',
  transp: 'transport',
  konf: 'konferens',
  renh: 'renhållning',
  catr: 'catering',
});
/** "f. seniorer", "kafé m. servering"; no "t." or "el.", which are parts of "t. ex." and a word. */
const SHORT: ReadonlyMap<string, string> = new Map(Object.entries({ f: 'för', m: 'med', o: 'och' }));
/** "klippn." is "klippning". */
const CUT_ING = /[^aeiouyåäön]n$/;
/** Words that end so of themselves: "barn", "datorn". */
const WHOLE_IN_N =
  /(?:barn|hamn|namn|vagn|järn|horn|hörn|ugn|regn|moln|lugn|dygn|sömn|famn|gagn|björn|stjärn|ramn|stamn|[aeo]rn)$|eln$(?<!(?:sp|utd|förd)eln$)/;
const LEAST_LETTERS = 5;

/**
 * The whole word that a word cut short stands for, as registers write in key words: "trädg." for "trädgård", "gräsklippn." for
 * "gräsklippning", "f. seniorer" for "för seniorer".
 * @param word in lower case, without its full stop
 * @param after the text after the full stop: before a capital letter it ends a sentence, and the word is whole
 * @returns undefined when the word is not known to be cut short
 */
export function wholeWord(word: string, after: string): string | undefined {
  const short = SHORT.get(word);
  if (short) return /^ (?!fl\b)\p{Ll}{2}/u.test(after) ? short : undefined;
  if (/^\s+\p{Lu}/u.test(after)) return undefined;
  const found = ENDINGS.find(([cut]) => word.endsWith(cut) && (word.length === cut.length || word.length >= cut.length + 3));
  if (found) return word.slice(0, word.length - found[0].length) + found[1];
  return word.length >= LEAST_LETTERS && CUT_ING.test(word) && !WHOLE_IN_N.test(word) ? `${word}ing` : undefined;
}
