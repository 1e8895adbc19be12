import { type Indicator, LEAST_FOR_RATE } from '@asf-match/domain';
import { figureOfPast, missing, shareOrCases } from '../figure.ts';
import type { IndicatorInput } from '../input.ts';
import { type Win, winCases, winsOf, withoutWinner } from '../winners.ts';

const COOPERATIVE = 'ekonomiska föreningar';
const NON_PROFIT = 'ideella föreningar';
const BY_NAME = 'Vinnare känns igen på namnet, eftersom statistiken saknar deras organisationsnummer. Andra stavningar missas.';

/**
 * How much of similar purchases was won by ekonomiska föreningar, by ideella föreningar, by Samhall and by firms that the register
 * names. Legal forms are Statistics Sweden's. The statistics have no org number of the supplier, so register and Samhall
 * are known by name alone.
 */
export function winnersByForm({ past, organisations }: IndicatorInput): Indicator[] {
  if (!past) return [];
  const wins = winsOf(past);
  if (wins.length === 0) return [];
  const names = new Set(organisations.map((o) => plainName(o.name)));
  const inRegister = ({ supplier }: Win): boolean => names.has(plainName(supplier));
  const figure = figureOfPast('winners-by-form', past);
  const few = (among: readonly Win[]) =>
    winCases(among, [
      { label: 'Juridisk form', of: (w) => w.legalForm?.toLowerCase() ?? null },
      { label: 'Heter som en ASF i registret', of: (w) => (inRegister(w) ? 'ja' : 'nej') },
    ]);
  if (wins.length < LEAST_FOR_RATE) {
    const method = 'Kontrakterade anbud i de liknande inköpen efter vinnarens juridiska form.';
    return [{ kind: 'cases', ...figure, label: 'Vinnare efter juridisk form', method, n: wins.length, notes: [...withoutWinner(past), BY_NAME], ...few(wins) }];
  }
  const withForm = wins.filter((w) => w.legalForm);
  const formNotes = [...withoutWinner(past), ...missing('juridisk form', wins.length - withForm.length, wins.length, 'kontrakterade anbud')];
  const share = (label: string, method: string, among: readonly Win[], notes: readonly string[], counts: (win: Win) => boolean): Indicator =>
    shareOrCases({ ...figure, label, method, n: among.length, notes: [...notes] }, among.filter(counts).length, () => few(among));
  const ofForm = 'Föreningar: andel av kontrakterade anbud med känd juridisk form.';
  return [
    share('Andel som ekonomiska föreningar vann', ofForm, withForm, formNotes, (w) => w.legalForm?.toLowerCase() === COOPERATIVE),
    share('Andel som ideella föreningar vann', ofForm, withForm, formNotes, (w) => w.legalForm?.toLowerCase() === NON_PROFIT),
    share('Andel som Samhall vann', 'Samhall: andel av alla kontrakterade anbud, efter vinnarens namn.', wins, withoutWinner(past), ({ supplier }) =>
      /^samhall(?!\p{L})/iu.test(supplier),
    ),
    share(
      'Andel som ASF i registret vann',
      'ASF i registret: andel av alla kontrakterade anbud vars vinnare heter som en rad i registret.',
      wins,
      [...withoutWinner(past), BY_NAME],
      inRegister,
    ),
  ];
}

/** A name without legal form, case and punctuation: "Sömnadskollektivet i Luleå ek. för." → "sömnadskollektivet i luleå". */
const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    // Which unit it is, or what it used to be called.
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/(?<!\p{L})(aktiebolag|ab|svb|ekonomiska? förening|ek för|kooperativa?|ideell förening|handelsbolag|hb|publ)(?!\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
