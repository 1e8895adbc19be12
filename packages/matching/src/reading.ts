import { type Reason, type Subject, sumOfWeights } from '@asf-match/domain';
import type { Classifier } from './classifier.ts';
import { type AskedField, askedFields } from './field-evidence.ts';
import { languageOf } from './language.ts';
import { contentStems, readTexts } from './read-text.ts';
import { WEIGHTS } from './weights.ts';

/** All of a purchase's texts and codes that is compared with organisations: plain data, so that it may be read in another thread. */
export interface Reading {
  readonly asked: readonly AskedField[];
  /** The stems of its words that are worth comparing, each once. */
  readonly stems: readonly string[];
  /** What speaks for or against every organisation alike, in log-odds. */
  readonly circumstances: number;
}

export function readPurchase(subject: Subject, classifier: Classifier): Reading {
  return {
    asked: askedFields(classifier.classifySubject(subject)),
    stems: [...contentStems(...readTexts(subject)).keys()],
    circumstances: sumOfWeights(circumstances(subject)),
  };
}

/** What speaks for or against every organisation alike. */
export const circumstances = (subject: Subject): Reason[] => [
  ...(subject.reserved ? [{ rule: 'reservation' as const, weight: WEIGHTS.reserved }] : []),
  ...(languageOf(subject) !== 'sv' ? [{ rule: 'language' as const, weight: WEIGHTS.otherLanguage }] : []),
];
