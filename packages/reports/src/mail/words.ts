import { momentInSwedish, moneyInSwedish, type NewsKind } from '@asf-match/domain';
import type { Evidence, ToldItem } from '@asf-match/market';
import { clipped, shown } from '../text.ts';

/** Text from outside on one line: nothing in it can begin a line of its own, in a mail's header or in its text. */
export const oneLine = (text: string, most: number): string => clipped(shown(text.slice(0, LONGEST).replace(/\s+/g, ' ')).replace(/ +/g, ' ').trim(), most);

/** No more than this of a text is even looked at. */
const LONGEST = 20_000;

/** What a piece of news is called above its title. */
export const NEWS_IN_SWEDISH: Readonly<Record<NewsKind, string>> = {
  planned: 'Planerat köp',
  published: 'Ny annons',
  deadline: 'Ny sista dag',
  changed: 'Ändrad annons',
  cancelled: 'Avbrutet köp',
  result: 'Resultat',
  need: 'Planerat behov',
  call: 'Ny utlysning',
};

/** The facts of an item, in the order they are read; a fact that is not stated is left out, but the last day is always there. */
export function factsOf(item: ToldItem): [name: string, value: string][] {
  const fact = (name: string, value: string | undefined): [string, string][] => (value ? [[name, value]] : []);
  const isCall = item.kind === 'call' || item.about.startsWith('call:');
  return [
    ...fact(isCall ? 'Finansiär' : 'Köpare', item.who && oneLine(item.who, 200)),
    ...fact('Var', oneLine(item.places.join(', '), 200)),
    ...fact('Värde', item.value && `${moneyInSwedish(item.value)} utan moms`),
    ...lastDays(item),
    ...fact('Delar', item.lots.length > 0 ? `${item.lots.length} delar. Ni kan lämna anbud på en del.` : undefined),
    ...fact('Reserverad', item.reserved ? 'Ja, enligt annonsen. Läs villkoren noga.' : undefined),
    ...fact('Köparen skriver', item.note && oneLine(item.note, 400)),
  ];
}

function lastDays({ kind, deadlines, before }: ToldItem): [string, string][] {
  const said = (list: ToldItem['deadlines']) => list.map((d) => momentInSwedish(d.at)).join(', ');
  if (kind === 'cancelled') return [['Ändring', 'Köparen har avbrutit köpet.']];
  if (kind === 'result') return [];
  if (kind === 'planned' || kind === 'need') return [['Sista dag', 'Ingen än. Köparen planerar.']];
  if (kind === 'deadline')
    return [
      ['Förut', before && before.length > 0 ? said(before) : 'ingen sista dag'],
      ['Ny sista dag', said(deadlines)],
    ];
  return [['Sista dag', deadlines.length > 0 ? said(deadlines) : 'Står inte i annonsen.']];
}

/** Why an item is told, one sentence for each piece of evidence, with the words that were found. */
export function whyOf(why: readonly Evidence[]): string[] {
  return why.slice(0, 4).map(({ field, asked, offered }) => {
    const there = asked && (asked.part === 'cpv' ? `koden ${asked.text}` : `”${oneLine(asked.text, 120)}”`);
    const here = offered && `”${oneLine(offered.text, 120)}”`;
    const both = there && here ? `Annonsen har ${there}. Ni har ${here}.` : there ? `Annonsen har ${there}.` : here ? `Ni har ${here}.` : '';
    return `${field ? `${field}. ` : ''}${both}`.trim();
  });
}
