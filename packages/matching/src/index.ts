export { readCall } from './calls/read-call.ts';
export { type Relevance, workIntegrationRelevance } from './calls/relevance.ts';
export { type Classifier, createClassifier } from './classifier.ts';
export { type ClassificationChange, type ConceptRemark, checkConcepts, compareConcepts } from './concept-check.ts';
export { type CpvModel, createCpvModel, type PredictedDivision, trainCpvModel } from './cpv-prediction/cpv-model.ts';
export { readCpvModel, writeCpvModel } from './cpv-prediction/model-file.ts';
export { createMatcher, type Matcher, type Ranked } from './matcher.ts';
export { type Likeness, type LinkReason, samePurchase } from './same-purchase/same-purchase.ts';
export { traitsOf } from './same-purchase/traits.ts';
