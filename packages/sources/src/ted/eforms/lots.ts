import type { Lot } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { all, attribute, descendants, first, text } from '../../xml/walk.ts';
import { readDeadline } from '../dates.ts';
import { defined, unique } from '../defined.ts';
import type { EformsContext } from './context.ts';
import { extensionOf, readProject } from './project.ts';

type Criterion = Lot['awardCriteria'][number];

/** Lots of a purchase and Parts of a planned one; a group of lots only repeats them. */
export function readLots(root: Element, context: EformsContext): Lot[] {
  return all(root, 'ProcurementProjectLot').flatMap((lot) => {
    const id = first(lot, 'ID');
    return attribute(id, 'schemeName') === 'LotsGroup' ? [] : [lotOf(lot, text(id) ?? 'LOT-0000', context)];
  });
}

function lotOf(lot: Element, id: string, context: EformsContext): Lot {
  const project = readProject(first(lot, 'ProcurementProject'), id, context);
  const { title, ...rest } = project;
  return defined({
    id,
    title: title || undefined,
    ...rest,
    deadline: deadlineOf(lot, id, context),
    ...reservationsOf(first(lot, 'TenderingTerms')),
    awardCriteria: criteriaOf(first(lot, 'TenderingTerms'), context),
  });
}

/** BT-131 tenders, BT-1311 requests to participate, BT-630 expressions of interest: the first that is stated. */
function deadlineOf(lot: Element, id: string, { remarks, zone }: EformsContext): Lot['deadline'] {
  const process = first(lot, 'TenderingProcess');
  const stated = [
    ['tenders', first(process, 'TenderSubmissionDeadlinePeriod')],
    ['requests', first(process, 'ParticipationRequestReceptionPeriod')],
    ['interest', descendants(extensionOf(process), 'InterestExpressionReceptionPeriod')[0]],
  ] as const;
  for (const [purpose, period] of stated) {
    const at = readDeadline({ date: text(first(period, 'EndDate')), time: text(first(period, 'EndTime')), zone, place: `${id}, deadline` }, remarks);
    if (at) return { for: purpose, at };
  }
  return undefined;
}

/** BT-71 (list `reserved-procurement`) and BT-736 (list `reserved-execution`). The usual value is none or no. */
export function reservationsOf(terms: Element | undefined): Pick<Lot, 'reservedParticipation' | 'reservedExecution'> {
  const participation = all(terms, 'TendererQualificationRequest/SpecificTendererRequirement/TendererRequirementTypeCode').map((code) =>
    attribute(code, 'listName') === 'reserved-procurement' ? text(code) : undefined,
  );
  return {
    reservedParticipation: unique(participation).filter((code) => code === 'res-ws' || code === 'res-pub-ser'),
    reservedExecution: all(terms, 'ContractExecutionRequirement/ExecutionRequirementCode').some(
      (code) => attribute(code, 'listName') === 'reserved-execution' && text(code) === 'yes',
    ),
  };
}

/** BG-38; the weight is in an extension with the list that says what its figure is. */
function criteriaOf(terms: Element | undefined, { read }: EformsContext): Criterion[] {
  return all(terms, 'AwardingTerms/AwardingCriterion/SubordinateAwardingCriterion').flatMap((criterion) => {
    const type = text(first(criterion, 'AwardingCriterionTypeCode')) as Criterion['type'] | undefined;
    if (type !== 'price' && type !== 'cost' && type !== 'quality') return [];
    const parameters = all(extensionOf(criterion), 'AwardCriterionParameter');
    const weight = parameters.find((p) => attribute(first(p, 'ParameterCode'), 'listName') === 'number-weight');
    return [defined({ type, name: read(criterion, 'Name') ?? shortened(read(criterion, 'Description')), weight: weightOf(weight) })];
  });
}

/** The code list `number-weight`: per-exa percent, poi-exa points, dec-exa a factor; "mid" values of a range. */
function weightOf(parameter: Element | undefined): string | undefined {
  const figure = text(first(parameter, 'ParameterNumeric'));
  const unit = text(first(parameter, 'ParameterCode'));
  if (!figure) return undefined;
  return `${figure}${unit?.startsWith('per') ? ' %' : unit?.startsWith('poi') ? ' p' : ''}`;
}

const shortened = (text: string | undefined): string | undefined => (text && text.length > 200 ? `${text.slice(0, 199).trimEnd()}…` : text);
