import { type NoticeSource, tedSearch } from '@asf-match/sources';

/** The sources that `run` asks, in order. Adding one is adding its folder to packages/sources and its name here. */
export const noticeSources: readonly NoticeSource[] = [tedSearch];
