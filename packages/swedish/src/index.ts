export { type CompoundRelation, termsWithin } from './compound.ts';
export { type Ellipsis, ellipses } from './ellipsis.ts';
export { type Sentence, sentences } from './sentences.ts';
export { stem } from './stem.ts';
export { isStopWord } from './stop-words.ts';
export { type Token, tokens } from './tokens.ts';
