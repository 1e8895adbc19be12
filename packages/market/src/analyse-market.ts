import {
  ALERT_PROBABILITY,
  type Annex2,
  type Classification,
  type CpvCode,
  countInSwedish,
  isListed,
  isStale,
  type Match,
  type Need,
  type Organisation,
  placesInSwedish,
  STOCKHOLM_COUNTY,
  type Task,
  type Taxonomy,
  type Threshold,
} from '@asf-match/domain';
import { certaintyOf, fieldsOfReport, POSSIBLE } from './certainty.ts';
import type { DraftCheck } from './draft/check-draft.ts';
import { evidenceOf } from './evidence.ts';
import { countInField, type FieldsOf } from './indicators/asf-in-field/index.ts';
import { type ClassifiedNotice, earlierNotices } from './indicators/earlier-notices.ts';
import { indicatorsFor } from './indicators/indicators-for.ts';
import type { PastPurchases } from './past/similar-purchase.ts';
import { dialogueQuestions } from './questions.ts';
import type { MatchReport, NearMiss, NeedFacts, OrganisationEntry, Part, SourceState } from './report.ts';
import { ladder } from './rules/ladder.ts';
import { lotsRule, turnoverCeiling } from './rules/lots.ts';
import { moneyLimits } from './rules/money-limits.ts';
import { reservationRoutes } from './rules/reservations.ts';
import { shortAnswer } from './short-answer.ts';
import { splitTasks } from './tasks/split-tasks.ts';

/** Everything that a report is made of. Nothing is looked up elsewhere, so the same input gives the same report. */
export interface MarketInput {
  readonly need: Need;
  readonly classifications: readonly Classification[];
  readonly matches: readonly Match[];
  readonly organisations: readonly Organisation[];
  readonly fieldsOf: FieldsOf;
  readonly earlier: readonly ClassifiedNotice[];
  /** Absent when no statistics and no results are stored. */
  readonly past?: PastPurchases | undefined;
  readonly taxonomy: Taxonomy;
  readonly thresholds: readonly Threshold[];
  readonly annex2: Annex2;
  readonly tasks: readonly Task[];
  /** The check of the draft that the need was read from, or of one beside it. */
  readonly draft?: DraftCheck | undefined;
  readonly cpvLabel: (code: CpvCode) => string | undefined;
  readonly sources: readonly SourceState[];
  /** True when the register is the one that ships as an example. */
  readonly exampleRegister: boolean;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly version: string;
}

const MOST_NEAR_MISSES = 10;
const LEAST_NEAR_MISS = 0.1;

/** The market of one planned purchase, before a dialogue. Pure. */
export function analyseMarket(input: MarketInput): MatchReport {
  const { need, organisations, taxonomy, today } = input;
  const fields = fieldsOfReport(input.classifications);
  const ids = fields.map((f) => f.field);
  const parts = partsOf(input);
  const byId = new Map(organisations.map((o) => [o.id, o]));
  const entries = input.matches.filter((m) => m.probability >= ALERT_PROBABILITY).flatMap((m) => entryOf(m, byId, ids, input));
  const facts = needFacts(need, input.cpvLabel);
  const isAnnex2 = need.cpv.length > 0 ? need.cpv.some((code) => isListed(code, 'annex-2', input.annex2)) : undefined;
  const limits = moneyLimits(need.value, today, input.thresholds, isAnnex2);
  const inFields = organisations.filter((o) => o.status !== 'closed' && ids.some((id) => input.fieldsOf(o).has(id)));
  const inCounty = inFields.filter((o) => o.nuts.includes(STOCKHOLM_COUNTY)).length;
  const open = organisations.filter((o) => o.status !== 'closed');
  const tasks = splitTasks(need, input.classifications, input.tasks, taxonomy, (field) => countInField(field, organisations, input.fieldsOf, today));
  const threshold = limits.find((l) => l.id !== 'direct-award')?.relation;
  return {
    kind: 'matchrapport',
    status: 'arbetsmaterial',
    madeOn: today,
    version: input.version,
    example: need.example || input.exampleRegister,
    short: shortAnswer({ need: facts, parts, entries, inCounty, inCountry: inFields.length, limits, isAnnex2 }),
    need: facts,
    limits,
    reservations: reservationRoutes({ cpv: need.cpv, inCounty, inCountry: inFields.length, threshold }, input.annex2),
    lots: lotsRule(parts, limits),
    turnover: turnoverCeiling(need.value),
    ladder: ladder({ parts, tasks, inCounty, inCountry: inFields.length, ...depth(input, ids, inFields), ...(need.value && { value: need.value }) }),
    organisations: entries,
    nearMisses: nearMissesOf(input, byId),
    indicators: indicatorsFor({ ...input, fields: ids }),
    earlier: earlierNotices(ids, input.earlier, taxonomy),
    parts,
    tasks,
    ...(input.draft && { draft: input.draft }),
    questions: dialogueQuestions(facts, parts),
    method: {
      sources: [...input.sources, ...pastSource(input), registerSource(input)],
      register: {
        rows: organisations.length,
        unverified: open.filter((o) => o.status === 'unverified').length,
        old: open.filter((o) => isStale(o.seen, today)).length,
        closed: organisations.length - open.length,
      },
      notChecked: [
        'Om organisationerna finns kvar, har kapacitet eller vill lämna anbud.',
        'Om de uppfyller villkoren för reservation.',
        input.draft ? 'Bilagor och system utanför utkastet.' : 'Hinder och språk i utkast till upphandlingsdokument: inget utkast har lästs.',
        'Annonser som ännu inte finns i systemet.',
      ],
    },
  };
}

const pastSource = ({ past }: MarketInput): SourceState[] =>
  past ? [{ label: past.source, lastRead: past.date, outcome: `${countInSwedish(past.searched)} tidigare inköp.` }] : [];

function registerSource({ organisations, exampleRegister }: MarketInput): SourceState {
  const newest = organisations
    .map((o) => o.seen)
    .sort()
    .at(-1);
  const label = exampleRegister ? 'ASF-registret (exempel som följer med programmet)' : 'ASF-registret';
  return { label, outcome: newest ? `${organisations.length} rader; den nyaste uppgiften är från ${newest}.` : 'Registret är tomt.' };
}

/** How many of the county could take the whole, by field and by their own figures. */
function depth({ need, fieldsOf }: MarketInput, fields: readonly string[], inFields: readonly Organisation[]) {
  const { value } = need;
  const inCounty = inFields.filter((o) => o.nuts.includes(STOCKHOLM_COUNTY));
  const known = inCounty.filter((o) => o.capacity && (!value || o.capacity.currency === value.currency));
  return {
    wholeInCounty: inCounty.filter((o) => fields.every((f) => fieldsOf(o).has(f))).length,
    withCapacity: known.length,
    able: value ? known.filter((o) => (o.capacity?.amount ?? 0) >= value.amount).length : 0,
  };
}

function needFacts(need: Need, labelOf: MarketInput['cpvLabel']): NeedFacts {
  return {
    id: need.id,
    ...(need.reference && { reference: need.reference }),
    title: need.title,
    description: need.description,
    cpv: need.cpv.map((code) => {
      const label = labelOf(code);
      return { code, ...(label && { label }) };
    }),
    places: placesInSwedish(need.places),
    ...(need.value && { value: need.value }),
    ...(need.plannedStart && { plannedStart: need.plannedStart }),
    ...(need.status && { status: need.status }),
    origin: need.origin,
  };
}

function partsOf({ classifications, organisations, fieldsOf, taxonomy, today }: MarketInput): Part[] {
  return classifications
    .filter((c) => c.probability >= POSSIBLE)
    .map(({ field, probability, reasons }) => {
      const { inCounty, inCountry } = countInField(field, organisations, fieldsOf, today);
      const quotes = reasons.filter((r) => r.weight > 0).flatMap((r) => r.quote ?? []);
      return { field, label: taxonomy.byId.get(field)?.labelSv ?? field, certainty: certaintyOf(probability), quotes, inCounty, inCountry };
    });
}

function entryOf(
  match: Match,
  byId: ReadonlyMap<string, Organisation>,
  fields: readonly string[],
  { taxonomy, fieldsOf, today }: MarketInput,
): OrganisationEntry | [] {
  const organisation = byId.get(match.organisation);
  if (!organisation) return [];
  const { id, name, municipalities, website, offers, source, seen } = organisation;
  const labelOf = (field: string): string => taxonomy.byId.get(field)?.labelSv ?? field;
  return {
    ...{ id, name, municipalities, ...(website && { website }), offers, source, seen },
    covers: fields.filter((f) => fieldsOf(organisation).has(f)).map(labelOf),
    evidence: evidenceOf(match, labelOf),
    uncertain: uncertainties(organisation, match, today),
  };
}

function uncertainties(organisation: Organisation, match: Match, today: string): string[] {
  const said: string[] = [];
  if (isStale(organisation.seen, today)) said.push('Uppgiften är äldre än tolv månader.');
  if (organisation.status === 'unverified') said.push('Ingen har bekräftat uppgiften.');
  if (!organisation.offers) said.push('Källan säger inte med egna ord vad verksamheten gör.');
  if (match.reasons.some((r) => r.rule === 'place' && r.weight < 0)) said.push('Verksamheten finns på en annan ort än behovet.');
  if (organisation.statusNote) said.push(`Källans anmärkning: ${organisation.statusNote}.`);
  return said;
}

function nearMissesOf({ matches, taxonomy }: MarketInput, byId: ReadonlyMap<string, Organisation>): NearMiss[] {
  return matches
    .filter((m) => m.probability < ALERT_PROBABILITY && m.probability >= LEAST_NEAR_MISS)
    .slice(0, MOST_NEAR_MISSES)
    .flatMap((match) => {
      const organisation = byId.get(match.organisation);
      if (!organisation) return [];
      const label = match.field && (taxonomy.byId.get(match.field)?.labelSv ?? match.field);
      const apart = match.reasons.some((r) => r.rule === 'place' && r.weight < 0);
      const why = `${label ? `Behovet rör ${label.toLowerCase()} bara i förbigående eller osäkert` : 'Få ord är gemensamma'}${apart ? ', och verksamheten finns på annan ort' : ''}.`;
      return [{ name: organisation.name, municipalities: organisation.municipalities, ...(label && { field: label }), why }];
    });
}
