export { type CompoundRelation, termsWithin } from './compound.ts';
export { type Ellipsis, ellipses } from './ellipsis.ts';
export { type Sentence, sentences } from './sentences.ts';
export { decodeLexicon, encodeLexicon } from './splitter/lexicon-bytes.ts';
export { prepareLexicon } from './splitter/prepare-lexicon.ts';
export { createSplitter, type Splitter } from './splitter/splitter.ts';
export { stem } from './stem.ts';
export { isStopWord } from './stop-words.ts';
export { type Token, tokens } from './tokens.ts';
