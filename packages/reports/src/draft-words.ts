import type { DraftPlace, Finding } from '@asf-match/domain';
import type { DraftCheck } from '@asf-match/market';

type Measures = NonNullable<DraftCheck['measures']>;

const SEVERITY: Readonly<Record<Finding['severity'], string>> = { 3: 'stort hinder', 2: 'hinder', 1: 'mindre hinder' };
export const severityInSwedish = (severity: Finding['severity']): string => SEVERITY[severity];

/** "sidan 3", "stycke 12", "rad 40". */
export function placeInSwedish({ page, paragraph, line }: DraftPlace): string {
  if (page) return `sidan ${page}`;
  return paragraph ? `stycke ${paragraph}` : `rad ${line}`;
}

const whole = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat('sv-SE', { style: 'percent', maximumFractionDigits: 0 });

export interface MeasureRow {
  readonly label: string;
  readonly value: (m: Measures) => string;
  /** What is usual or aimed at. */
  readonly hint: string;
}

/** The measures as an officer reads them. Aims: SOU language advice for official texts and the usual bands of LIX. */
export const MEASURES: readonly MeasureRow[] = [
  { label: 'Läsbarhetsindex, LIX', value: (m) => one.format(m.lix), hint: 'Sikta på högst 50. 30–40 är lätt, 40–50 medel, 50–60 svårt, över 60 mycket svårt.' },
  { label: 'Ord i löpande text', value: (m) => whole.format(m.words), hint: 'Rubriker, listor och tabeller är inte med. Under 100 ord säger måtten lite.' },
  { label: 'Meningar', value: (m) => whole.format(m.sentences), hint: '' },
  { label: 'Ord i en mening, medel', value: (m) => one.format(m.meanSentenceLength), hint: 'Sikta på högst 18.' },
  { label: 'Meningar med fler än 25 ord', value: (m) => whole.format(m.longSentences), hint: 'Dela dem.' },
  { label: 'Meningar med fler än 35 ord', value: (m) => whole.format(m.veryLongSentences), hint: 'Sikta på noll.' },
  { label: 'Tecken i ett ord, medel', value: (m) => one.format(m.meanWordLength), hint: '' },
  { label: 'Ord med fler än 6 bokstäver', value: (m) => `${whole.format(m.longWords)} (${percent.format(m.longWords / m.words)})`, hint: 'Räknas i LIX.' },
  { label: 'Ord med fler än 12 bokstäver', value: (m) => whole.format(m.veryLongWords), hint: '' },
  {
    label: 'Passiva verb, skattat',
    value: (m) => `${whole.format(m.passive)} (${one.format(m.passive / m.sentences)} i en mening)`,
    hint: 'Skriv vem som gör vad.',
  },
  {
    label: 'Nominalkvot, skattad',
    value: (m) => (m.nominalRatio === undefined ? 'går inte att räkna' : one.format(m.nominalRatio)),
    hint: 'Omkring 1 är vanligt. Högre betyder fler substantiv och färre verb.',
  },
  {
    label: 'Ska, skall och måste',
    value: (m) => `${whole.format(m.ska)} (${whole.format(m.skaPer1000)} på 1 000 ord)`,
    hint: 'Hela texten, också listor och tabeller.',
  },
];

export const NO_PROSE = 'Utkastet har ingen löpande text, så läsbarheten är inte mätt.';
export const NOT_JUDGED =
  'Kontrollen letar efter ord och är inget juridiskt besked. Den kan missa hinder och peka ut sådant som är befogat. Den har bara läst den här filen, inte bilagor eller system.';
