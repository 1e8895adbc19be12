import type { CpvCode, Lot, Notice } from '@asf-match/domain';
import { boilerplate } from './boilerplate.ts';
import type { Random } from './random.ts';

/** What disturbances draw from. */
export interface Surroundings {
  readonly codes: readonly CpvCode[];
  /** Real sentences about tendering. */
  readonly sentences: readonly string[];
}

/** Something that goes wrong with a notice, or surrounds it, in practice. */
export type Disturbance = (notice: Notice, random: Random, from: Surroundings) => Notice;

/** As often as the Commission's check of 405 notices found codes that do not describe the purchase. */
const WRONG_CODES = 0.23;
const PAGE = 3_000;
const MISTYPED = 0.02;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzåäö';

/** All codes of every fourth or fifth notice are others. */
export const wrongCodes: Disturbance = (notice, random, { codes }) => {
  const wrong = random.chance(WRONG_CODES);
  return wrong ? mapCodes(notice, () => random.pick(codes)) : notice;
};

/** No codes at all. */
export const noCodes: Disturbance = ({ cpv: _, ...notice }) => ({
  ...notice,
  cpvAdditional: [],
  lots: notice.lots.map(({ cpv: __, ...lot }) => ({ ...lot, cpvAdditional: [] })),
});

/** Two pages after the description. */
export const pagesAfter: Disturbance = (notice, random, { sentences }) => ({
  ...notice,
  description: [...(notice.description ? [notice.description] : []), boilerplate(2 * PAGE, random, sentences)].join('\n\n'),
});

/** One page before the description and one after. */
export const pagesAround: Disturbance = (notice, random, { sentences }) => {
  const [before, after] = [boilerplate(PAGE, random, sentences), boilerplate(PAGE, random, sentences)];
  return { ...notice, description: [before, ...(notice.description ? [notice.description] : []), after].join('\n\n') };
};

/** Two letters in a hundred are another, missing, or change places with the next. */
export const mistyped: Disturbance = (notice, random) => mapTexts(notice, (text) => mistype(text, random));

/** Written on a keyboard without å, ä and ö. */
export const withoutRings: Disturbance = (notice) =>
  mapTexts(notice, (text) => text.normalize('NFC').replace(/[åäöÅÄÖ]/g, (letter) => PLAIN[letter] ?? letter));

const PLAIN: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', Å: 'A', Ä: 'A', Ö: 'O' };

function mistype(text: string, random: Random): string {
  const letters = [...text];
  for (let at = 0; at < letters.length; at++) {
    if (!/\p{L}/u.test(letters[at] ?? '') || !random.chance(MISTYPED)) continue;
    const way = random.below(3);
    if (way === 0) letters[at] = ALPHABET[random.below(ALPHABET.length)] as string;
    else if (way === 1) letters[at] = '';
    else [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letters[at] as string];
  }
  return letters.join('');
}

/** Titles and descriptions, of the notice and of its lots. */
function mapTexts(notice: Notice, change: (text: string) => string): Notice {
  const texts = ({ title, description }: Pick<Lot, 'title' | 'description'>) => ({
    ...(title !== undefined && { title: change(title) }),
    ...(description !== undefined && { description: change(description) }),
  });
  return { ...notice, ...texts(notice), lots: notice.lots.map((lot) => ({ ...lot, ...texts(lot) })) };
}

function mapCodes(notice: Notice, change: () => CpvCode): Notice {
  const codes = ({ cpv, cpvAdditional }: Pick<Lot, 'cpv' | 'cpvAdditional'>) => ({ ...(cpv && { cpv: change() }), cpvAdditional: cpvAdditional.map(change) });
  return { ...notice, ...codes(notice), lots: notice.lots.map((lot) => ({ ...lot, ...codes(lot) })) };
}
