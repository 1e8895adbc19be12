export { type Classifier, createClassifier } from './classifier.ts';
export { createMatcher, type Matcher, type Ranked } from './matcher.ts';
