export { type AreaFilter, createAreaFilter } from './area-filter.ts';
export { type Classifier, createClassifier } from './classifier.ts';
export { type ClassificationChange, type ConceptRemark, checkConcepts, compareConcepts } from './concept-check.ts';
export { type CpvModel, createCpvModel, type PredictedDivision, trainCpvModel } from './cpv-prediction/cpv-model.ts';
export { readCpvModel, writeCpvModel } from './cpv-prediction/model-file.ts';
export { featuresOf, type Learned, type Lesson, learn, withFeedback } from './feedback.ts';
export { type AnswerQuality, type FieldWeight, fitFieldWeights, type JudgedItem } from './field-weights.ts';
export { createMatcher, type Matcher, type Ranked } from './matcher.ts';
