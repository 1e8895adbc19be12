export { readCpvList } from './codelists/cpv-list.ts';
export { readNoticeLines } from './notice-lines/notices.ts';
export { readProfileLines } from './notice-lines/profiles.ts';
export type { FetchOutcome, FetchRequest, NoticeSource } from './source.ts';
export { parseTedNotice } from './ted/parse-ted-notice.ts';
export { tedSearch } from './ted-search/index.ts';
