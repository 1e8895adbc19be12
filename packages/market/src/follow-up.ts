import { ALERT_PROBABILITY, type CompanySize, type FollowUpRule, statedKronor, type Taxonomy } from '@asf-match/domain';
import { type Classifier, titleStems } from '@asf-match/matching';
import { tendersOf } from './indicators/earlier-purchases/index.ts';
import { reservedSigns } from './past/reserved.ts';
import type { PastPurchases } from './past/similar-purchase.ts';
import type { Candidate } from './past/similar-purchases.ts';

/** Earlier purchases that are followed up, with how they went and what is not known. */
export interface FollowUp {
  readonly kind: 'uppfoljning';
  /** ISO date. */
  readonly madeOn: string;
  readonly version: string;
  /** Newest first. */
  readonly purchases: readonly FollowedPurchase[];
  /** For how many of the purchases each thing is not known. */
  readonly gaps: readonly { readonly about: Gap; readonly count: number }[];
  /** Absent when nothing is stored. */
  readonly searched?: Pick<PastPurchases, 'searched' | 'period' | 'source' | 'date'>;
  readonly rule: { readonly buyers: readonly string[]; readonly fields: readonly string[]; readonly words: readonly string[] };
}

/** What the sources may leave out. */
const GAPS = ['antal anbud', 'vinnare', 'värde', 'sociala kriterier'] as const;
type Gap = (typeof GAPS)[number];

export interface FollowedPurchase {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly buyer: string;
  readonly published?: string;
  readonly cpv?: string;
  readonly procedure?: string;
  readonly framework?: boolean;
  readonly social?: boolean;
  readonly reserved: boolean;
  /** "3", "2–5 i 4 områden". */
  readonly tenders?: string;
  readonly winners: readonly { readonly name: string; readonly size?: CompanySize; readonly legalForm?: string }[];
  /** Kronor, as the buyer stated it. */
  readonly value?: number;
  readonly gaps: readonly Gap[];
  /** Swedish: why it is followed up. */
  readonly because: string;
  readonly source: string;
  readonly url?: string;
}

/** Picks the purchases that the rule names out of candidates, and says of each how it went. Absent outcomes are gaps and never “no tenders”. */
export function followUp(
  rule: FollowUpRule,
  candidates: readonly Candidate[],
  classifier: Classifier,
  taxonomy: Taxonomy,
  about: Pick<FollowUp, 'madeOn' | 'version' | 'searched'>,
): FollowUp {
  const stems = new Map(rule.words.flatMap((word) => [...titleStems(word).keys()].map((stem) => [stem, word] as const)));
  const labelOf = (field: string): string => taxonomy.byId.get(field)?.labelSv ?? field;

  const because = ({ history, subject }: Candidate): string | undefined => {
    if (!rule.buyers.includes(history.purchase.buyerOrgNumber ?? '')) return undefined;
    const read = classifier.classifySubject(subject).find((c) => rule.fields.includes(c.field) && c.probability >= ALERT_PROBABILITY);
    if (read) return `fältet ${labelOf(read.field)}`;
    const word = [...titleStems(history.purchase.title).keys()].map((stem) => stems.get(stem)).find((w) => w !== undefined);
    return word && `ordet ”${word}”`;
  };
  const purchases = candidates.flatMap((candidate) => {
    const why = because(candidate);
    return why ? [followed(candidate, why)] : [];
  });
  purchases.sort((a, b) => compare(b.published ?? '', a.published ?? '') || compare(a.id, b.id));
  return {
    ...{ kind: 'uppfoljning', ...about, purchases },
    gaps: GAPS.map((gap) => ({ about: gap, count: purchases.filter((p) => p.gaps.includes(gap)).length })),
    rule: { ...rule, fields: rule.fields.map(labelOf) },
  };
}

function followed({ history }: Candidate, because: string): FollowedPurchase {
  const { purchase, winners, readFrom } = history;
  const { id, year, title, buyer, published, cpv, procedure, framework, social, url } = purchase;
  const tenders = tendersOf(history);
  const value = statedKronor(history);
  const firms = [...new Map(winners.map((w) => [w.supplier, w])).values()];
  const known: Readonly<Record<Gap, boolean>> = {
    'antal anbud': tenders !== null,
    vinnare: firms.length > 0,
    värde: value !== undefined,
    'sociala kriterier': social !== undefined,
  };
  return {
    ...{ id, year, title, buyer, because, source: readFrom, reserved: reservedSigns(purchase).length > 0 },
    ...(published && { published }),
    ...(cpv && { cpv }),
    ...(procedure && { procedure }),
    ...(framework !== undefined && { framework }),
    ...(social !== undefined && { social }),
    ...(tenders !== null && { tenders }),
    ...(value !== undefined && { value }),
    ...(url && { url }),
    winners: firms.map(({ supplier, size, legalForm }) => ({ name: supplier, ...(size && { size }), ...(legalForm && { legalForm }) })),
    gaps: GAPS.filter((gap) => !known[gap]),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
