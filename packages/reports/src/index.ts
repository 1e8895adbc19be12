export { digestHtml } from './digest.ts';
export { draftCheckHtml, draftComparisonHtml } from './draft-page.ts';
export { draftCheckText, draftComparisonText } from './draft-text.ts';
export { explanationText } from './explanation.ts';
export { fieldMonitorHtml } from './field-monitor.ts';
export { followUpHtml, shortOf as followUpShort } from './follow-up.ts';
export { indexHtml } from './index-page.ts';
export { toJson } from './json.ts';
export { matchReportHtml } from './match-report.ts';
