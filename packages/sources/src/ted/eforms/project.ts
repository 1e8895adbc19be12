import { type Notice, nutsCodeSchema, type Place, readCpvCode } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { all, attribute, children, first, text } from '../../xml/walk.ts';
import { countryCode } from '../countries.ts';
import { readTime } from '../dates.ts';
import { defined, unique } from '../defined.ts';
import { readMoney } from '../money.ts';
import type { EformsContext } from './context.ts';

type Project = Pick<
  Notice,
  'title' | 'description' | 'cpv' | 'cpvAdditional' | 'nature' | 'places' | 'value' | 'duration' | 'socialObjectives' | 'innovationObjectives'
>;
type Duration = NonNullable<Notice['duration']>;

/** cac:ProcurementProject of the procedure or of a lot. `title` is empty when there is none. */
export function readProject(project: Element | undefined, place: string, context: EformsContext): Project {
  const { read, remarks } = context;
  const cpv = cpvCodes(project, 'MainCommodityClassification')[0];
  const amount = first(project, 'RequestedTenderTotal/EstimatedOverallContractAmount');
  const additional = (listName: string): string[] =>
    unique(all(project, 'ProcurementAdditionalType/ProcurementTypeCode').map((c) => (attribute(c, 'listName') === listName ? text(c) : undefined))).filter(
      (code) => code !== 'none',
    );
  return defined({
    title: read(project, 'Name') ?? '',
    description: read(project, 'Description'),
    cpv,
    cpvAdditional: cpvCodes(project, 'AdditionalCommodityClassification').filter((code) => code !== cpv),
    nature: natureOf(text(first(project, 'ProcurementTypeCode'))),
    places: placesOf(project),
    value: readMoney(text(amount), attribute(amount, 'currencyID'), `${place}, EstimatedOverallContractAmount`, remarks),
    duration: durationOf(project, place, context),
    socialObjectives: additional('social-objective'),
    innovationObjectives: additional('innovative-acquisition'),
  });
}

const cpvCodes = (project: Element | undefined, name: string): string[] =>
  unique(
    all(project, `${name}/ItemClassificationCode`).map((code) =>
      (attribute(code, 'listName') ?? 'cpv') === 'cpv' ? readCpvCode(text(code) ?? '') : undefined,
    ),
  );

const natureOf = (code: string | undefined): Notice['nature'] => (code === 'services' || code === 'supplies' || code === 'works' ? code : undefined);

function placesOf(project: Element | undefined): Place[] {
  return all(project, 'RealizedLocation/Address').flatMap((address): Place | [] => {
    const code = text(first(address, 'CountrySubentityCode')) ?? countryCode(text(first(address, 'Country/IdentificationCode')));
    const place = defined({ nuts: nutsCodeSchema.safeParse(code).success ? code : undefined, name: text(first(address, 'CityName')) });
    return Object.keys(place).length ? place : [];
  });
}

const UNITS: Readonly<Record<string, Duration['unit']>> = { DAY: 'day', WEEK: 'week', MONTH: 'month', YEAR: 'year' };

function durationOf(project: Element | undefined, place: string, { remarks, zone }: EformsContext): Duration | undefined {
  const period = first(project, 'PlannedPeriod');
  const measure = first(period, 'DurationMeasure');
  const amount = Number(text(measure));
  const unit = UNITS[attribute(measure, 'unitCode') ?? ''];
  const known = unit && amount > 0 && Number.isFinite(amount);
  const renewals = text(first(project, 'ContractExtension/MaximumNumberNumeric'));
  const duration = defined({
    amount: known ? amount : undefined,
    unit: known ? unit : undefined,
    start: readTime({ date: text(first(period, 'StartDate')), zone, place: `${place}, StartDate` }, remarks),
    end: readTime({ date: text(first(period, 'EndDate')), zone, place: `${place}, EndDate` }, remarks),
    renewals: renewals && /^\d{1,3}$/.test(renewals) ? Number(renewals) : undefined,
  });
  return Object.keys(duration).length ? duration : undefined;
}

/** The extension element of a UBL element, in which eForms keeps what UBL has no place for. */
export const extensionOf = (node: Element | undefined): Element | undefined =>
  children(first(node, 'UBLExtensions'), 'UBLExtension').flatMap((e) => first(e, 'ExtensionContent/EformsExtension') ?? [])[0];
