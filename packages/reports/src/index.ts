export { type CalendarEvent, calendarFile } from './calendar.ts';
export { digestHtml } from './digest.ts';
export { explanationText } from './explanation.ts';
export { indexHtml } from './index-page.ts';
export { toJson } from './json.ts';
export { matchReportHtml } from './match-report.ts';
