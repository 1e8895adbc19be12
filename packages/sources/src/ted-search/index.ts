import type { NoticeSource } from '../source.ts';
import { fetchTedSearch } from './fetch.ts';
import { parseTedSearch } from './parse.ts';

/** TED, the EU's notice board: the newest Swedish notices of planning, consultation and competition. */
export const tedSearch: NoticeSource = {
  id: 'ted',
  label: 'TED (Tenders Electronic Daily)',
  documentation: 'https://docs.ted.europa.eu/api/latest/search.html',
  licence: 'Reuse under Commission Decision 2011/833/EU; © European Union',
  fetch: fetchTedSearch,
  parse: parseTedSearch,
};
