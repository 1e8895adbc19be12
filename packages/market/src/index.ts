export { analyseMarket, type MarketInput } from './analyse-market.ts';
export { type AlertDigest, type DigestAlert, type DigestEntry, digestOf } from './digest.ts';
export { type Disagreement, disagreements } from './disagreement.ts';
export type { Evidence } from './evidence.ts';
export { type ExplainedField, type ExplainedReason, type Explanation, explainMatch } from './explanation.ts';
export type { FieldsOf } from './indicators/asf-in-field.ts';
export type { ClassifiedNotice } from './indicators/earlier-notices.ts';
export type { Overview } from './overview.ts';
export type * from './report.ts';
