import { conceptsOf, type FieldId, type Notice, subjectOfNotice, type Taxonomy } from '@asf-match/domain';
import { stem, tokens } from '@asf-match/swedish';
import type { Judged } from '../judged.ts';
import type { FieldRow } from '../metrics.ts';
import type { PeerAnswer } from './peer.ts';

const stemmed = (text: string): string =>
  tokens(text)
    .map(({ word }) => stem(word))
    .join(' ');

/** Fields by how many of their terms a text contains anywhere, also inside longer words. */
type TermLists = (texts: readonly string[]) => ReadonlyMap<FieldId, number>;

export function termLists({ leaves }: Taxonomy): TermLists {
  const terms = leaves.map((field) => ({
    id: field.id,
    words: [...new Set(conceptsOf(field, 'term').map(({ text }) => stemmed(text)))].filter((word) => word.length > 0),
  }));
  return (texts) => {
    const haystack = texts.map(stemmed).join('\n');
    const counts = terms.map(({ id, words }): [FieldId, number] => [id, words.filter((word) => haystack.includes(word)).length]);
    return new Map(counts.filter(([, count]) => count > 0));
  };
}

const textsOf = (notice: Notice): string[] => subjectOfNotice(notice).texts.map(({ text }) => text);

/** The taxonomy's own term lists held against both sides: a shared field is mailed, more terms in the notice rank higher. */
export function sharedTermLists({ notices, organisations }: Judged, lists: TermLists): PeerAnswer {
  const found = notices.map((notice) => ({ notice, counts: lists(textsOf(notice)) }));
  const run = organisations.flatMap(({ id, offers }) => {
    const offered = lists([offers]);
    return found.flatMap(({ notice, counts }) => {
      const score = [...offered.keys()].reduce((sum, field) => sum + (counts.get(field) ?? 0), 0);
      return score > 0 ? [{ profile: id, notice: notice.id, score, alert: true }] : [];
    });
  });
  return { name: 'term lists on both sides', run };
}

/** The fields of which the notice contains any term. */
export const fieldsByTerms = (notices: readonly Notice[], lists: TermLists): FieldRow[] =>
  notices.flatMap((notice) => [...lists(textsOf(notice))].map(([field, count]) => ({ id: notice.id, field, probability: 1 - 0.5 ** count })));
