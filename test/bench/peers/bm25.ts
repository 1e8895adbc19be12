import type { Notice } from '@asf-match/domain';
import { isStopWord, stem, tokens } from '@asf-match/swedish';
import MiniSearch, { type Options } from 'minisearch';
import type { Judged } from '../judged.ts';
import { alertInHindsight, type PeerAnswer } from './peer.ts';

/** MiniSearch with the engine's own words, stems and stop words, which it has none of for Swedish. */
export const SWEDISH: Pick<Options, 'tokenize' | 'processTerm'> = {
  tokenize: (text) => tokens(text).map(({ word }) => word),
  processTerm: (word) => (isStopWord(word) ? null : stem(word)),
};

/** As its documentation recommends for forgiving search. */
export const FORGIVING = { prefix: true, fuzzy: 0.2 };

const lotTexts = ({ lots }: Notice): string => lots.flatMap((lot) => [lot.title ?? '', lot.description ?? '']).join('\n');

/** BM25 over the organisation's own words: the notices are the documents, each profile's offer is a query. */
export function bm25({ notices, organisations, qrels }: Judged): PeerAnswer {
  const index = new MiniSearch({ fields: ['title', 'description', 'lots'], ...SWEDISH });
  index.addAll(notices.map((n) => ({ id: n.id, title: n.title, description: n.description ?? '', lots: lotTexts(n) })));
  const pairs = organisations.flatMap(({ id, offers }) =>
    index.search(offers, { ...FORGIVING, boost: { title: 2 } }).map((hit) => ({ profile: id, notice: String(hit.id), score: hit.score })),
  );
  return { name: 'MiniSearch BM25, stemmed, prefix, fuzzy 0.2', run: alertInHindsight(pairs, qrels) };
}
