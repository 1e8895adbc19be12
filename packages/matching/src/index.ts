export { type Classifier, createClassifier } from './classifier.ts';
export { createMatcher, type Matcher } from './matcher.ts';
