import { isStale, type Need, type Organisation } from '@asf-match/domain';
import type { FieldsOf } from '../indicators/asf-in-field/index.ts';
import type { MatchReport, NeedFacts } from '../report.ts';

/**
 * What a buyer needs for a market dialogue in which everybody is treated alike (LOU 4 kap. 1 and 8 §§): one invitation to
 * all open ASF of the need's fields, one set of questions, a template for written answers, and a log to fill in.
 */
export interface DialoguePack {
  readonly kind: 'dialogpaket';
  readonly status: 'arbetsmaterial';
  readonly madeOn: string;
  readonly version: string;
  readonly example: boolean;
  readonly need: NeedFacts;
  /** Labels of the fields that decide who is invited. */
  readonly fields: readonly string[];
  /** All open rows of the register in those fields, by name; whoever else asks gets the same. */
  readonly invited: readonly Invited[];
  readonly questions: readonly string[];
}

export interface Invited {
  readonly name: string;
  readonly municipalities: readonly string[];
  readonly website?: string;
  readonly fields: readonly string[];
  /** The register says nothing newer than twelve months. */
  readonly old: boolean;
  readonly source: string;
  readonly seen: string;
}

/** Puts the pack together from the need's report. Nobody in a field is left out, and the order is the alphabet's. Pure. */
export function dialoguePack(
  report: MatchReport,
  context: {
    readonly need: Need;
    readonly fields: readonly string[];
    readonly organisations: readonly Organisation[];
    readonly fieldsOf: FieldsOf;
    readonly labelOf: (field: string) => string;
  },
): DialoguePack {
  const { fields, organisations, fieldsOf, labelOf } = context;
  const invited = organisations.flatMap((o): Invited[] => {
    const own = fields.filter((f) => fieldsOf(o).has(f));
    if (o.status === 'closed' || own.length === 0) return [];
    const { name, municipalities, website, source, seen } = o;
    return [{ ...{ name, municipalities, ...(website && { website }), fields: own.map(labelOf) }, old: isStale(seen, report.madeOn), source, seen }];
  });
  return {
    kind: 'dialogpaket',
    status: 'arbetsmaterial',
    ...{ madeOn: report.madeOn, version: report.version, example: report.example, need: report.need },
    fields: fields.map(labelOf),
    invited: invited.sort((a, b) => a.name.localeCompare(b.name, 'sv')),
    questions: report.questions,
  };
}
