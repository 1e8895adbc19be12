import {
  type Classification,
  type Deadline,
  type Match,
  type Moment,
  type Money,
  type Notice,
  type Organisation,
  placesInSwedish,
  type Taxonomy,
} from '@asf-match/domain';
import { type Evidence, evidenceOf } from './evidence.ts';

/** An alert digest (bevakning) for one ASF: public notices only, never what a buyer merely plans. */
export interface AlertDigest {
  readonly kind: 'bevakning';
  readonly madeOn: string;
  readonly version: string;
  readonly example: boolean;
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly municipalities: readonly string[];
    readonly offers: string;
    /** Labels of the fields that are watched for it. */
    readonly fields: readonly string[];
  };
  /** Most likely first. */
  readonly alerts: readonly DigestAlert[];
}

export interface DigestAlert {
  readonly title: string;
  readonly description?: string;
  readonly buyer?: string;
  readonly places: readonly string[];
  readonly value?: Money;
  readonly published?: Moment;
  readonly deadline?: Deadline;
  /** A planning notice has nothing to tender for yet. */
  readonly planned: boolean;
  readonly reserved: boolean;
  readonly lots: readonly { readonly title: string; readonly fits: boolean }[];
  readonly why: readonly Evidence[];
  readonly url?: string;
  readonly example: boolean;
}

/** A notice that an organisation is told about, with the match that says why. */
export interface DigestEntry {
  readonly notice: Notice;
  readonly match: Match;
  readonly example: boolean;
}

/** Puts together what one organisation is told. Closed organisations get none. */
export function digestOf(
  organisation: Organisation,
  entries: readonly DigestEntry[],
  context: {
    readonly taxonomy: Taxonomy;
    readonly fields: readonly Classification['field'][];
    readonly example: boolean;
    readonly today: string;
    readonly version: string;
  },
): AlertDigest {
  const labelOf = (field: string): string => context.taxonomy.byId.get(field)?.labelSv ?? field;
  const { id, name, municipalities, offers } = organisation;
  return {
    kind: 'bevakning',
    madeOn: context.today,
    version: context.version,
    example: context.example,
    organisation: { id, name, municipalities, offers, fields: context.fields.map(labelOf) },
    alerts: [...entries]
      .sort((a, b) => b.match.probability - a.match.probability || (a.notice.id < b.notice.id ? -1 : 1))
      .map((entry) => alertOf(entry, labelOf)),
  };
}

function alertOf({ notice, match, example }: DigestEntry, labelOf: (field: string) => string): DigestAlert {
  const [buyer] = notice.buyers;
  const places = placesInSwedish([...notice.places, ...notice.lots.flatMap((l) => l.places)]);
  const fitting = new Set(match.reasons.filter((r) => r.weight > 0).flatMap((r) => /^lot:(.*):(?:title|description)$/s.exec(r.quote?.part ?? '')?.[1] ?? []));
  return {
    title: notice.title,
    ...(notice.description && { description: notice.description }),
    ...(buyer && { buyer: buyer.name }),
    places,
    ...(notice.value && { value: notice.value }),
    ...(notice.published && { published: notice.published }),
    ...(deadlineOf(notice, match.lot) && { deadline: deadlineOf(notice, match.lot) }),
    planned: notice.formType === 'planning' || notice.formType === 'consultation',
    reserved: notice.reservedParticipation.length > 0 || notice.reservedExecution,
    // A single lot is the notice itself.
    lots: notice.lots.length > 1 ? notice.lots.map((lot) => ({ title: lot.title ?? `Del ${lot.id}`, fits: fitting.has(lot.id) })) : [],
    why: evidenceOf(match, labelOf),
    ...(notice.url && { url: notice.url }),
    example,
  } as DigestAlert;
}

const deadlineOf = (notice: Notice, lot: string | undefined): Deadline | undefined =>
  notice.lots.find((l) => l.id === lot)?.deadline ?? notice.deadline ?? notice.lots.find((l) => l.deadline)?.deadline;
