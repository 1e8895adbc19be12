import { isStale, noticeKey, type RegisterSnapshot } from '@asf-match/domain';
import { type RegisterChange, registerChanges } from '../monitoring/register-changes.ts';
import type { YearInput } from './year-input.ts';
import type { YearFigure } from './yearly-report.ts';

/** The register at the end of the year, and how it has changed. Every value is null when no register was imported. */
export function registerFigures({ register, earlier, year, today }: YearInput): YearFigure[] {
  const end = today < `${year}-12-31` ? today : `${year}-12-31`;
  const open = register?.rows.filter((r) => r.organisation.status !== 'closed');
  const changes = register && earlier && earlier.taken !== register.taken ? registerChanges(earlier.rows, register.rows) : undefined;
  const changed = (id: string, label: string, kind: RegisterChange['kind']): YearFigure => ({
    id: `register.${id}`,
    label,
    value: changes ? changes.filter((c) => c.kind === kind).length : null,
    method: `Registret ${dayOf(register)} jämfört med registret ${dayOf(earlier)} (tabellen register_snapshot).`,
  });
  const now = `Tabellen register_snapshot, ${dayOf(register)}.`;
  return [
    { id: 'register.open', label: 'Öppna ASF i registret', value: open?.length ?? null, method: `${now} Rader vars status inte är stängd.` },
    {
      id: 'register.fields',
      label: 'Fält med minst en öppen ASF',
      value: open ? new Set(open.flatMap((r) => r.fields)).size : null,
      method: `${now} Olika värden i kolumnen fields för öppna rader.`,
    },
    {
      id: 'register.municipalities',
      label: 'Kommuner med minst en öppen ASF',
      value: open ? new Set(open.flatMap((r) => r.organisation.municipalities)).size : null,
      method: `${now} Olika kommuner på öppna rader.`,
    },
    changed('new', `Nya sedan ${dayOf(earlier)}`, 'new'),
    changed('changed', `Ändrade sedan ${dayOf(earlier)}`, 'changed'),
    changed('closed', `Stängda sedan ${dayOf(earlier)}`, 'closed'),
    {
      id: 'register.old',
      label: 'Öppna rader äldre än tolv månader',
      value: open ? open.filter((r) => isStale(r.organisation.seen, end)).length : null,
      ...(open && { of: open.length }),
      method: `${now} Öppna rader vars uppgift är från mer än tolv månader före ${end}.`,
    },
  ];
}

/** How far what was told in the year came: from the mail to the contract. What nobody answered is not counted as a no. */
export function toldFigures({ told, year }: YearInput): YearFigure[] {
  const { sent, shown, interested, notRelevant, bid, won } = told;
  const answered = (id: string, label: string, value: number, step: string): YearFigure => ({
    ...{ id: `told.${id}`, label, value },
    method: `Tabellen response: rader med steget ${step} vars tid är i ${year}.`,
  });
  return [
    {
      ...{ id: 'told.sent', label: `Besked i brev som skickades ${year}`, value: sent },
      method: `Tabellen alert: rader vars brev (tabellen delivery) har läget sent och skickades ${year}.`,
    },
    {
      ...{ id: 'told.shown', label: 'Varav visades i sin helhet', value: shown, of: sent },
      method: 'Samma rader: de vars shown är 1. Övriga nämns med rubrik.',
    },
    answered('interested', 'Svar: intresserad', interested, 'interested'),
    answered('not-relevant', 'Svar: inte relevant', notRelevant, 'not-relevant'),
    answered('bid', 'Svar: har lämnat anbud', bid, 'bid'),
    answered('won', 'Svar: har fått uppdraget', won, 'won'),
  ];
}

/** Who is in the register, and where the rows come from. */
export function rowFigures({ register }: YearInput): YearFigure[] {
  const rows = register?.rows.map((r) => r.organisation);
  const of = rows && { of: rows.length };
  const method = `Tabellen register_snapshot, ${dayOf(register)}.`;
  return [
    { id: 'rows.all', label: 'Rader i registret', value: rows?.length ?? null, method },
    {
      id: 'rows.verified',
      label: 'Bekräftade rader',
      value: rows ? rows.filter((o) => o.status === 'verified').length : null,
      ...of,
      method: `${method} Rader vars status är verified.`,
    },
    { id: 'rows.numbered', label: 'Rader med organisationsnummer', value: rows ? rows.filter((o) => o.orgNumber).length : null, ...of, method },
    {
      id: 'rows.sources',
      label: 'Källor till registret',
      value: rows ? new Set(rows.map((o) => o.source)).size : null,
      method: `${method} Olika värden i källa.`,
    },
  ];
}

/** Planned purchases, and what the program found for them. */
export function needFigures({ needs, matchesOfNeed, statistics }: YearInput): YearFigure[] {
  const purchases = statistics.reduce((sum, s) => sum + s.purchases, 0);
  const withMatch = needs.filter((n) => matchesOfNeed(n.id).organisations > 0);
  return [
    { id: 'needs.all', label: 'Planerade inköp i inköpsplanen', value: needs.length, method: 'Tabellen need.' },
    {
      id: 'needs.matched',
      label: 'Planerade inköp där minst en ASF har belägg',
      value: withMatch.length,
      of: needs.length,
      method: 'Tabellen match: behov med minst en träff från 0,5.',
    },
    {
      id: 'statistics.purchases',
      label: 'Tidigare inköp att jämföra med',
      value: purchases,
      method: `Tabellen past_purchase, åren ${statistics.map((s) => s.year).join(', ') || 'inga'}.`,
    },
  ];
}

/** Needs that name no code are those in which new solutions are sought; their text must carry the search alone. */
export function innovationFigures({ needs, matchesOfNeed }: YearInput): YearFigure[] {
  const uncoded = needs.filter((n) => n.cpv.length === 0);
  return [
    {
      id: 'needs.uncoded',
      label: 'Planerade inköp utan CPV-kod',
      value: uncoded.length,
      of: needs.length,
      method: 'Tabellen need: rader vars lista cpv är tom.',
    },
    {
      id: 'needs.uncoded-matched',
      label: 'Av dem hittade texten ändå minst en ASF',
      value: uncoded.filter((n) => matchesOfNeed(n.id).organisations > 0).length,
      of: uncoded.length,
      method: 'Samma behov i tabellen match med minst en träff från 0,5.',
    },
  ];
}

export function divisionFigures({ needs, matchesOfNeed }: YearInput): YearFigure[] {
  return [
    {
      id: 'needs.divisible',
      label: 'Planerade inköp som rör minst två fält där ASF arbetar',
      value: needs.filter((n) => matchesOfNeed(n.id).fields >= 2).length,
      of: needs.length,
      method: 'Tabellen match: behov vars träffar från 0,5 har minst två olika fält.',
    },
  ];
}

export function followUpFigures({ followUp: { purchases }, year }: YearInput): YearFigure[] {
  const gap = (about: string): number => purchases.filter((p) => p.gaps.some((g) => g === about)).length;
  const method = 'asf-match follow-up --json';
  return [
    { id: 'follow-up.all', label: 'Uppföljda inköp av arbetsförberedande insatser', value: purchases.length, method },
    {
      id: 'follow-up.year',
      label: `Varav annonserade ${year}`,
      value: purchases.filter((p) => p.year === year).length,
      of: purchases.length,
      method: `${method}: de vars year är ${year}.`,
    },
    {
      id: 'follow-up.winners',
      label: 'Inköp där vinnaren är känd',
      value: purchases.length - gap('vinnare'),
      of: purchases.length,
      method: `${method}: de som inte har ”vinnare” bland gaps.`,
    },
    {
      id: 'follow-up.tenders',
      label: 'Inköp där antal anbud är känt',
      value: purchases.length - gap('antal anbud'),
      of: purchases.length,
      method: `${method}: de som inte har ”antal anbud” bland gaps.`,
    },
    {
      id: 'follow-up.reserved',
      label: 'Inköp märkta som reserverade',
      value: purchases.filter((p) => p.reserved).length,
      of: purchases.length,
      method: `${method}: de vars reserved är true.`,
    },
  ];
}

export function callFigures({ callsFirstSeen, year }: YearInput): YearFigure[] {
  return [
    { id: 'calls.all', label: 'Lagrade utlysningar', value: callsFirstSeen.length, method: 'Utlysningar i databasen, en för varje nyckel.' },
    {
      ...{ id: 'calls.new', label: `Utlysningar som hittades ${year}`, of: callsFirstSeen.length },
      value: callsFirstSeen.filter((instant) => instant.startsWith(`${year}-`)).length,
      method: `Samma utlysningar: de vars first_seen är i ${year}.`,
    },
  ];
}

export function noticeFigures({ notices, matchesOfNotice, subscriptions, year }: YearInput): YearFigure[] {
  const relevant = notices.filter((n) => matchesOfNotice(noticeKey(n)) > 0).length;
  return [
    {
      ...{ id: 'notices.all', label: `Lagrade annonser publicerade ${year}`, value: notices.length },
      method: `Tabellen notice_version: gällande versioner publicerade ${year}.`,
    },
    {
      ...{ id: 'notices.matched', label: 'Annonser som passade minst en ASF', value: relevant, of: notices.length },
      method: 'Samma annonser i tabellen match med minst en träff från 0,5.',
    },
    {
      ...{ id: 'subscriptions', label: 'Bevakningar som är bekräftade och i gång', value: subscriptions },
      method: 'Tabellen subscription: rader vars status är confirmed.',
    },
  ];
}

const dayOf = (snapshot: RegisterSnapshot | undefined): string => snapshot?.taken.slice(0, 10) ?? 'första inläsningen';
