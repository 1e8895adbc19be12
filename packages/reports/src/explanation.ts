import type { Quote, Reason } from '@asf-match/domain';
import type { ExplainedField, ExplainedReason, Explanation } from '@asf-match/market';
import { clipped } from './text.ts';

const RULES: Readonly<Record<Reason['rule'], string>> = {
  prior: 'Utgångsläge',
  concept: 'Ord för fältet',
  negative: 'Ord för något annat',
  cpv: 'CPV-kod för fältet',
  'cpv-lookalike': 'CPV-kod för varor eller entreprenader som liknar',
  'cpv-other': 'CPV-kod i en annan bransch',
  goods: 'Varor köps, inte tjänster',
  field: 'Gemensamt fält',
  'own-words': 'Gemensamt ovanligt ord',
  place: 'Plats',
  reservation: 'Reserverad upphandling',
  size: 'Större än verksamheten uppger att den klarar',
  'work-integration': 'Ord om arbetsintegration',
  language: 'Texten är inte på svenska',
  feedback: 'tidigare svar',
};

const number = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const chance = new Intl.NumberFormat('sv-SE', { style: 'percent', maximumFractionDigits: 0 });

/** A match explained in Swedish plain text for a terminal or a mail: every reason with its weight, in log-odds. */
export function explanationText(explanation: Explanation): string {
  const { purchase, organisation, probability, alert, reasons, missing } = explanation;
  const sum = reasons.reduce((total, r) => total + r.weight, 0);
  const blocks = [
    [
      `Inköp: ${clipped(purchase, 200)}`,
      `Verksamhet: ${clipped(organisation, 200)}`,
      `Sannolikhet att inköpet rör det verksamheten gör: ${chance.format(probability)} (${alert ? 'avisering' : 'ingen avisering'}; gränsen är 50 %)`,
    ],
    ['Skälen. Talen är logaritmerade odds; utan ett skäl ändras summan med just dess tal.', ...reasons.map(reasonLine), `${weight(sum)}  summa`],
    ...fieldBlocks('Så lästes inköpet', explanation.asked),
    ...fieldBlocks('Så lästes verksamhetens egna ord', explanation.offered),
    disagreementLines(explanation),
    missing.length > 0 ? ['Det här fattas för en avisering:', ...missing.map((m) => `– ${m}`)] : [],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const fieldBlocks = (title: string, fields: readonly ExplainedField[]): string[][] =>
  fields.map(({ field, probability, reasons }) => [`${title}: ${field}, ${chance.format(probability)}`, ...reasons.map((r) => reasonLine(r, true))]);

const weight = (value: number): string => number.format(value).padStart(7);

function reasonLine({ rule, weight: value, field, asked, offered }: ExplainedReason, withinField: unknown = false): string {
  const what = field && withinField !== true ? `${RULES[rule]}: ${field}` : RULES[rule];
  const quotes = [asked && `inköpet säger ${quoted(asked)}`, offered && `verksamheten säger ${quoted(offered)}`].filter(Boolean);
  return `${weight(value)}  ${what}${quotes.length > 0 ? `; ${quotes.join(', ')}` : ''}`;
}

function quoted({ part, text, start, end }: Quote): string {
  if (part === 'cpv') return text;
  return `”${clipped(text, 120)}” (${PARTS[part] ?? part}, tecken ${start}–${end})`;
}

const PARTS: Readonly<Record<string, string>> = { title: 'rubriken', description: 'beskrivningen', offers: 'egna ord' };

function disagreementLines({ disagreements }: Explanation): string[] {
  return disagreements.map(({ label, code, words }) =>
    words
      ? `Texten och koden går isär: ”${clipped(words, 80)}” talar för ${label}, men huvudkoden ${code} för något annat. Kontrollera koden.`
      : `Texten och koden går isär: koden ${code} talar för ${label}, men inga ord gör det. Kontrollera koden.`,
  );
}
