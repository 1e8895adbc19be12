import { z } from 'zod';
import { cpvCodeSchema } from './cpv.ts';
import { moneySchema } from './money.ts';
import { contractNatureSchema } from './notice.ts';

/** What ties the rows of a source's exports together: the source, the year of publication and its number for the purchase. */
const keyShape = { source: z.string().min(1), year: z.number().int().min(1990).max(2100), id: z.string().min(1) };

export const companySizeSchema = z.enum(['micro', 'small', 'medium', 'large', 'sme', 'natural-pers']);
/** Size by employees and turnover (Commission Recommendation 2003/361/EC); `sme` when no more is said than that it is not large. */
export type CompanySize = z.infer<typeof companySizeSchema>;

const flag = z.boolean().optional();

export const pastPurchaseSchema = z.object({
  ...keyShape,
  title: z.string().min(1),
  buyer: z.string().min(1),
  /** "212000-0142" */
  buyerOrgNumber: z.string().optional(),
  /** ISO date. */
  published: z.iso.date().optional(),
  cpv: cpvCodeSchema.optional(),
  nature: contractNatureSchema.optional(),
  /** In Swedish, as published: "Öppet förfarande". */
  procedure: z.string().optional(),
  framework: flag,
  inLots: flag,
  /** Above the threshold, so under a directive. */
  directive: flag,
  social: flag,
  reserved: flag,
  reservedExecution: flag,
  /** Reviewed by a court. */
  reviewed: flag,
  url: z.url({ protocol: /^https?$/ }).optional(),
});
/** A public purchase that was advertised earlier. A flag that the source leaves empty is absent, never false. */
export type PastPurchase = Readonly<z.infer<typeof pastPurchaseSchema>>;

export const contractedTenderSchema = z.object({
  ...keyShape,
  /** The purchase's title in this export: a number is sometimes used for two purchases. */
  title: z.string(),
  lot: z.string().optional(),
  /** Name of the winner; "Fysisk person" for every natural person. */
  supplier: z.string().min(1),
  publicSector: flag,
  size: companySizeSchema.optional(),
  /** As Statistics Sweden names it: "Ekonomiska föreningar". */
  legalForm: z.string().optional(),
  /** Five digits, SNI 2007. */
  sni: z.string().optional(),
  /** Contracted tenders of this supplier in the lot. */
  tenders: z.number().int().positive(),
});
/** A tender that led to a contract, with its supplier. */
export type ContractedTender = Readonly<z.infer<typeof contractedTenderSchema>>;

export const lotTendersSchema = z.object({ ...keyShape, title: z.string(), lot: z.string().optional(), tenders: z.number().int().nonnegative() });
/** How many tenders came for one lot (anbudsområde). */
export type LotTenders = Readonly<z.infer<typeof lotTendersSchema>>;

export const contractedValueSchema = z.object({ ...keyShape, title: z.string(), value: moneySchema });
/** What a purchase's contracts are worth together, as the buyer stated it. */
export type ContractedValue = Readonly<z.infer<typeof contractedValueSchema>>;

/** A past purchase with all that is known of how it went, and where that was read. */
export interface PurchaseHistory {
  readonly purchase: PastPurchase;
  readonly winners: readonly ContractedTender[];
  readonly lots: readonly LotTenders[];
  readonly values: readonly ContractedValue[];
  /** Last day of the contract, when it is known. */
  readonly ends?: string;
  /** "Upphandlingsmyndighetens statistik, export_2021_procurements.csv.gz" */
  readonly readFrom: string;
  /** ISO date. */
  readonly readOn: string;
}

/** What stands for every natural person. */
export const NATURAL_PERSON = 'Fysisk person';

/**
 * What the contracts of a purchase are worth in kronor, all lots together; undefined when nothing is stated. A buyer who
 * does not know the value often enters 0, which says nothing.
 */
export function statedKronor({ values }: PurchaseHistory): number | undefined {
  const sum = values.reduce((total, { value }) => total + (value.currency === 'SEK' ? value.amount : 0), 0);
  return sum > 0 ? sum : undefined;
}
