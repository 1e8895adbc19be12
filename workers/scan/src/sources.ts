import { type AnySource, codeLists, euFunding, gdp, kommersStockholm, mercell, tedSearch, uhmStatistics, vinnova, watchedPages } from '@asf-match/sources';

/** Every source there is. Adding one is adding its folder to packages/sources and its name here. */
export const sources: readonly AnySource[] = [tedSearch, kommersStockholm, mercell, euFunding, vinnova, gdp, watchedPages, uhmStatistics, codeLists];
