export type { FetchOutcome, FetchRequest, NoticeSource } from './source.ts';
export { parseTedNotice } from './ted/parse-ted-notice.ts';
export { tedSearch } from './ted-search/index.ts';
