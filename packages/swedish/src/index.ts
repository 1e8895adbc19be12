export { type CompoundRelation, termsWithin } from './compound.ts';
export { stem } from './stem.ts';
export { isStopWord } from './stop-words.ts';
export { type Token, tokens } from './tokens.ts';
