import { dateOf, type Notice } from '@asf-match/domain';
import { isStopWord, stem, tokens } from '@asf-match/swedish';

/** The stems of a title’s words that say something, and its numbers, each once, in order of the alphabet. */
export const titleStems = (title: string): string[] =>
  [
    ...new Set([
      ...tokens(title)
        .filter(({ word }) => !isStopWord(word))
        .map(({ word }) => stem(word)),
      ...(title.match(/\d+/g) ?? []),
    ]),
  ].sort();

/** An org number’s digits, or nothing when it is missing or masked. */
export const buyerNumbers = ({ buyers }: Pick<Notice, 'buyers'>): Set<string> =>
  new Set(buyers.flatMap(({ orgNumber }) => (orgNumber && /^\d[\d -]+$/.test(orgNumber) ? [orgNumber.replace(/\D/g, '').slice(-10)] : [])));

/** A buyer’s own reference as it may be written in another place: "KA 2528", "ka-2528". */
export const plainReference = (reference: string): string => reference.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/** The last day of a notice or the earliest of its lots’, `YYYY-MM-DD` in its own zone. */
export function lastDay({ deadline, lots }: Pick<Notice, 'deadline' | 'lots'>): string | undefined {
  const moments = [deadline, ...lots.map((l) => l.deadline)].flatMap((d) => d?.at ?? []);
  return moments.map(dateOf).sort()[0];
}

/** The words of a title that are likeliest to be rare. */
const longest = (stems: readonly string[]): string[] => [...stems].sort((a, b) => b.length - a.length).slice(0, 4);

/** What a notice can be looked up by when the same purchase is met again, at another source or as another notice. */
export function traitsOf(notice: Notice): string[] {
  const { procedureId, publicationNumber, previous, reference, title } = notice;
  const stems = titleStems(title);
  const day = lastDay(notice);
  return [
    `procedure:${procedureId}`,
    ...(publicationNumber ? [`publication:${publicationNumber}`] : []),
    ...(previous ? [`publication:${previous}`] : []),
    ...(reference ? [...buyerNumbers(notice)].map((number) => `reference:${number}/${plainReference(reference)}`) : []),
    ...(stems.length > 1 ? [`title:${stems.join(' ')}`] : []),
    ...(day ? [...longest(stems), stems.join(' ')].map((words) => `day:${day} ${words}`) : []),
    // A title of one word shares that word and the whole of itself.
    ...(day && stems.length === 1 ? [`day:${day} only ${stems[0]}`] : []),
  ];
}
