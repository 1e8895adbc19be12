import type { Notice } from '@asf-match/domain';

/** What each old form is in the words of eForms. Forms that hold several kinds say which in NOTICE/@TYPE. */
const FORM_TYPES: Readonly<Record<string, Notice['formType']>> = {
  F01: 'planning',
  F02: 'competition',
  F03: 'result',
  F04: 'planning',
  F05: 'competition',
  F06: 'result',
  F07: 'competition',
  F08: 'planning',
  F12: 'competition',
  F13: 'result',
  F14: 'change',
  F15: 'dir-awa-pre',
  F20: 'cont-modif',
  F21: 'competition',
  F22: 'competition',
  F23: 'competition',
  F24: 'competition',
  F25: 'result',
  T01: 'planning',
  T02: 'result',
  // Directive 2009/81/EC (defence and security), still in the layout of R2.0.8.
  '16': 'planning',
  '17': 'competition',
  '18': 'result',
  '19': 'competition',
};

/** A prior information notice that calls for competition is one, whatever its form. */
export function formTypeOf(form: string, noticeType: string | undefined): Notice['formType'] | undefined {
  const base = FORM_TYPES[form] ?? FORM_TYPES[`F${form.padStart(2, '0')}`];
  if (/AWARD/.test(noticeType ?? '')) return 'result';
  if (/CALL_COMPETITION/.test(noticeType ?? '')) return 'competition';
  if (/(PRI|PER|QSU)_(ONLY|REDUCING)/.test(noticeType ?? '')) return 'planning';
  // The planning notice of a concession for social services (F23 PRI) is its only call.
  return base;
}

const PROCEDURES: readonly (readonly [element: RegExp, code: string])[] = [
  [/^PT_OPEN/, 'open'],
  [/^PT_(ACCELERATED_)?RESTRICTED/, 'restricted'],
  [/WITHOUT_(PUBLICATION|CALL|COMPETITION|PRIOR)/, 'neg-wo-call'],
  [/^PT_(ACCELERATED_)?(COMPETITIVE_NEGOTIATION|NEGOTIATED|INVOLVING_NEGOTIATION)/, 'neg-w-call'],
  [/^PT_COMPETITIVE_DIALOGUE/, 'comp-dial'],
  [/^PT_INNOVATION_PARTNERSHIP/, 'innovation'],
];

/** The eForms code (list `procurement-procedure-type`) of a PT_… element; undefined for those of concessions, which have none. */
export const procedureOf = (element: string): string | undefined => PROCEDURES.find(([pattern]) => pattern.test(element))?.[1];
