import { z } from 'zod';
import { cpvCodeSchema } from './cpv.ts';
import { momentSchema } from './moment.ts';
import { moneySchema } from './money.ts';
import { placeSchema } from './place.ts';

/** eForms code list `form-type`; `change` stands for the old corrigendum form F14. */
export const formTypeSchema = z.enum(['planning', 'consultation', 'competition', 'dir-awa-pre', 'result', 'cont-modif', 'completion', 'change', 'bri']);
/** eForms code list `contract-nature`. */
export const contractNatureSchema = z.enum(['services', 'supplies', 'works']);
/**
 * BT-71, code list `reserved-procurement`. `res-ws`: sheltered workshops and suppliers whose aim is social and
 * occupational integration (LOU 4:18). `res-pub-ser`: organisations with a public service mission (LOU 19:25).
 * The mark is often set by mistake; show it as a hint.
 */
export const reservedParticipationSchema = z.enum(['res-ws', 'res-pub-ser']);

export const partySchema = z.object({
  name: z.string().min(1),
  /** As published, or masked when it is a personal number. */
  orgNumber: z.string().optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  nuts: z.string().optional(),
  town: z.string().optional(),
});
/** An organisation named in a notice. Contact persons, phones and e-mail addresses are never read. */
export type Party = Readonly<z.infer<typeof partySchema>>;

export const durationSchema = z.object({
  amount: z.number().positive().optional(),
  unit: z.enum(['day', 'week', 'month', 'year']).optional(),
  start: momentSchema.optional(),
  end: momentSchema.optional(),
  /** How many times the contract may be renewed. */
  renewals: z.number().int().nonnegative().optional(),
});

export const awardCriterionSchema = z.object({
  /** eForms code list `award-criterion-type`. */
  type: z.enum(['price', 'cost', 'quality']),
  name: z.string().optional(),
  /** As published: "40", "40 %", "1–100 points". */
  weight: z.string().optional(),
});

/** The last day and what it is for: tenders (BT-131), requests to participate (BT-1311), expressions of interest (BT-630). */
export const deadlineSchema = z.object({ for: z.enum(['tenders', 'requests', 'interest']), at: momentSchema });
export type Deadline = Readonly<z.infer<typeof deadlineSchema>>;

const purposeShape = {
  title: z.string().optional(),
  description: z.string().optional(),
  cpv: cpvCodeSchema.optional(),
  cpvAdditional: z.array(cpvCodeSchema),
  nature: contractNatureSchema.optional(),
  places: z.array(placeSchema),
  value: moneySchema.optional(),
  duration: durationSchema.optional(),
  deadline: deadlineSchema.optional(),
  reservedParticipation: z.array(reservedParticipationSchema),
  /** BT-736: the contract must be performed within a sheltered employment programme. */
  reservedExecution: z.boolean(),
  /** BT-775, code list `social-objective`: opp, acc-all, et-eq, gen-eq, hum-right, work-cond, other. */
  socialObjectives: z.array(z.string()),
  /** BT-776, code list `innovative-acquisition`. */
  innovationObjectives: z.array(z.string()),
  awardCriteria: z.array(awardCriterionSchema),
};

export const lotSchema = z.object({ id: z.string().min(1), ...purposeShape });
/** A part that can be tendered for on its own (delkontrakt), with its own texts. A planning notice's parts are lots too. */
export type Lot = Readonly<z.infer<typeof lotSchema>>;

export const lotResultSchema = z.object({
  lotId: z.string().optional(),
  /** eForms code list `winner-selection-status`: selec-w (a winner), clos-nw (closed without), open-nw (not yet). */
  status: z.enum(['selec-w', 'clos-nw', 'open-nw']).optional(),
  winners: z.array(
    partySchema.extend({
      /** eForms code list `economic-operator-size`; old forms say only whether it is an SME. */
      size: z.enum(['micro', 'small', 'medium', 'large', 'sme', 'natural-pers']).optional(),
    }),
  ),
  tendersReceived: z.number().int().nonnegative().optional(),
  tendersFromSme: z.number().int().nonnegative().optional(),
  value: moneySchema.optional(),
});
export type LotResult = Readonly<z.infer<typeof lotResultSchema>>;

export const noticeSchema = z.object({
  /** Where it was read: the id of a Source. */
  source: z.string().min(1),
  /** The notice's own identity at its source: a UUID (eForms) or a publication number (older TED). */
  id: z.string().min(1),
  /** "01" and up; a notice published again as a new version keeps its id. */
  version: z.string().min(1),
  /** What ties the notices of one procedure together: eForms BT-04, else the first publication number known. */
  procedureId: z.string().min(1),
  /** OJ S number without leading zeros, "354339-2021". */
  publicationNumber: z.string().optional(),
  published: momentSchema.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** How it was written: "TED-XML R2.0.9.S03.E01", "eForms ContractNotice". */
  format: z.string().min(1),
  /** Old form number ("F02") or eForms subtype ("16"). They collide: read with `format`. */
  form: z.string().optional(),
  /** True when a search told of it and the notice itself says more. */
  partial: z.literal(true).optional(),
  formType: formTypeSchema,
  /** As published: PRI_ONLY, cn-standard … */
  noticeType: z.string().optional(),
  /** The notice or publication this one follows or corrects. */
  previous: z.string().optional(),
  change: z.object({ of: z.string().optional(), reason: z.string().optional(), description: z.string().optional() }).optional(),
  /** The buyer’s own reference: "KA 2528" (BT-22, REFERENCE_NUMBER). */
  reference: z.string().optional(),
  legalBasis: z.string().optional(),
  procedure: z.string().optional(),
  /** ISO 639-1 of the title and description kept. */
  language: z.string().regex(/^[a-z]{2}$/),
  languages: z.array(z.string().regex(/^[a-z]{2}$/)),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  buyers: z.array(partySchema),
  ...purposeShape,
  title: z.string().min(1),
  lots: z.array(lotSchema),
  results: z.array(lotResultSchema),
});
/**
 * One published purchase. Identity is procedure > notice > version. Texts are plain text in the language that
 * suits the reader best (Swedish, then the original). The notice's own reservation and objectives are the union of its lots'.
 */
export type Notice = Readonly<z.infer<typeof noticeSchema>>;

/** The key of a notice across sources: "ted:354339-2021". */
export const noticeKey = ({ source, id }: Pick<Notice, 'source' | 'id'>): string => `${source}:${id}`;
