import { type Call, callKey } from './call.ts';
import type { CpvCode } from './cpv.ts';
import type { SubjectRef } from './match.ts';
import type { Money } from './money.ts';
import type { Need } from './need.ts';
import { type Lot, type Notice, noticeKey } from './notice.ts';
import type { PastPurchase } from './past-purchase.ts';
import type { Place } from './place.ts';

/** A text of a purchase and where it stands; `part` is what a Quote names. */
export interface SubjectText {
  readonly part: string;
  readonly lot?: string;
  readonly text: string;
}

/** What classification and matching read of a purchase, whether a Notice or a Need. */
export interface Subject {
  readonly ref: SubjectRef;
  readonly language: string;
  readonly texts: readonly SubjectText[];
  readonly cpv: readonly { readonly code: CpvCode; readonly main: boolean; readonly lot?: string }[];
  readonly nature?: 'services' | 'supplies' | 'works';
  readonly places: readonly Place[];
  /** Estimated, without VAT. */
  readonly value?: Money;
  readonly reserved: boolean;
  readonly buyers: readonly string[];
}

const text = (part: string, value: string | undefined, lot?: string): SubjectText[] => (value?.trim() ? [{ part, text: value, ...(lot && { lot }) }] : []);

const textsOfLot = (lot: Lot): SubjectText[] => [
  ...text(`lot:${lot.id}:title`, lot.title, lot.id),
  ...text(`lot:${lot.id}:description`, lot.description, lot.id),
];

const cpvOfLot = (lot: Lot) => [
  ...(lot.cpv ? [{ code: lot.cpv, main: true, lot: lot.id }] : []),
  ...lot.cpvAdditional.map((code) => ({ code, main: false, lot: lot.id })),
];

export function subjectOfNotice(notice: Notice): Subject {
  return {
    ref: { kind: 'notice', id: noticeKey(notice) },
    language: notice.language,
    texts: [...text('title', notice.title), ...text('description', notice.description), ...notice.lots.flatMap(textsOfLot)],
    cpv: [
      ...(notice.cpv ? [{ code: notice.cpv, main: true }] : []),
      ...notice.cpvAdditional.map((code) => ({ code, main: false })),
      ...notice.lots.flatMap(cpvOfLot),
    ],
    ...(notice.nature && { nature: notice.nature }),
    places: [...notice.places, ...notice.lots.flatMap((l) => l.places)],
    ...(notice.value && { value: notice.value }),
    reserved: notice.reservedParticipation.length > 0 || notice.reservedExecution,
    buyers: notice.buyers.map((b) => b.name),
  };
}

export function subjectOfNeed(need: Need): Subject {
  return {
    ref: { kind: 'need', id: need.id },
    language: 'sv',
    texts: [...text('title', need.title), ...text('description', need.description)],
    cpv: need.cpv.map((code, index) => ({ code, main: index === 0 })),
    places: need.places,
    ...(need.value && { value: need.value }),
    reserved: false,
    buyers: [],
  };
}

/** Statistics know a past purchase by its title and main code alone. */
export function subjectOfPastPurchase({ source, year, id, title, cpv, nature, reserved, reservedExecution, buyer }: PastPurchase): Subject {
  return {
    ref: { kind: 'notice', id: `${source}:${year}:${id}` },
    language: 'sv',
    texts: text('title', title),
    cpv: cpv ? [{ code: cpv, main: true }] : [],
    ...(nature && { nature }),
    places: [],
    reserved: reserved === true || reservedExecution === true,
    buyers: [buyer],
  };
}

/** A call as what its projects would do: the same reading of fields as for a purchase. */
export function subjectOfCall(call: Call): Subject {
  return {
    ref: { kind: 'call', id: callKey(call) },
    language: call.language,
    texts: [...text('title', call.title), ...text('description', call.text)],
    ...{ cpv: [], places: [], reserved: false, buyers: [call.funder] },
  };
}
