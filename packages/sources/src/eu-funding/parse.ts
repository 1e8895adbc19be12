import { type Call, callSchema, dayDeadline, dayMoment, type Problem } from '@asf-match/domain';
import { z } from 'zod';
import { callTextOf, titleOf } from '../calls/call-text.ts';
import { readJsonAnswer } from '../calls/json-answer.ts';
import type { Parsed } from '../source.ts';
import { topicBudget } from './budget.ts';
import { PROGRAMMES } from './programmes.ts';
import { STATUS } from './query.ts';

const answerSchema = z.object({ results: z.array(z.unknown()) });
/** Every value is a list of strings. */
const recordSchema = z.object({ metadata: z.record(z.string(), z.array(z.string())) });

/** Dates of the portal are days; the clock time in them is of its index. Its days are those of Brussels. */
const BRUSSELS = 'Europe/Brussels';
const SITE = 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities';

/**
 * Reads a page of the portal’s search into Calls: topics (type 1), calls for proposals of external action (2) and cascade calls (8),
 * which have a name and a number of their own and carry their topic’s besides. Whether a call is open follows from its dates; `status` is kept
 * as what the portal says. Stale copies (SEDIA_PRD_CENTRICITY) and other record types are left out.
 * @throws InputError when the answer is no such page
 */
export function parseEuFunding(bytes: Uint8Array, origin: string): Parsed {
  const { results } = readJsonAnswer(bytes, answerSchema, 'eu-funding', origin);
  const calls = new Map<string, Call>();
  const remarks: Problem[] = [];
  for (const [index, raw] of results.entries()) {
    const record = recordSchema.safeParse(raw);
    if (record.success && !isWanted(record.data.metadata)) continue;
    const call = record.success ? callSchema.safeParse(callOf(record.data.metadata)) : record;
    if (call.success) calls.set((call.data as Call).id, call.data as Call);
    else {
      remarks.push({
        ...{ key: 'eu-funding.record', file: origin, place: `result ${index + 1}` },
        ...{ message: `Cannot be read (${call.error.issues[0]?.path.join('.')}).`, remedy: 'It is left out; the others are kept.' },
      });
    }
  }
  return { calls: [...calls.values()], remarks };
}

type Metadata = Readonly<Record<string, readonly string[]>>;
const first = (m: Metadata, name: string): string | undefined => m[name]?.[0]?.trim() || undefined;

const isWanted = (m: Metadata): boolean => ['1', '2', '8'].includes(first(m, 'type') ?? '') && (first(m, 'DATASOURCE') ?? 'SEDIA') === 'SEDIA';

function callOf(m: Metadata) {
  const isCascade = first(m, 'type') === '8';
  const id = isCascade ? first(m, 'callccm2Id') : first(m, 'identifier');
  const title = isCascade ? first(m, 'callTitle') : (first(m, 'title') ?? first(m, 'callTitle'));
  const opens = dayOf(first(m, 'startDate'));
  const closes = [...new Set((m.deadlineDate ?? []).flatMap((d) => dayOf(d) ?? []))].sort();
  const programme = first(m, 'frameworkProgramme');
  return {
    source: 'eu-funding',
    id,
    funder: 'EU-kommissionen',
    ...(programme && { programme: PROGRAMMES[programme] ?? programme }),
    title: title && titleOf(title),
    text: textOf(m),
    language: 'en',
    url: linkOf(m, id),
    rounds: [{ ...(opens && { opens: dayMoment(opens, BRUSSELS) }), closes: closes.map((day) => dayDeadline(day, BRUSSELS)) }],
    ...(isCascade ? {} : topicBudget(first(m, 'budgetOverview'), id ?? '')),
    status: Object.entries(STATUS).find(([, code]) => code === first(m, 'status'))?.[0] ?? 'unknown',
  };
}

const dayOf = (date: string | undefined): string | undefined => /^\d{4}-\d\d-\d\d/.exec(date ?? '')?.[0];

function textOf(m: Metadata): string {
  const model = first(m, 'deadlineModel');
  const parts = ['descriptionByte', 'topicConditions', 'additionalInfos'].map((name) => callTextOf(first(m, name)));
  return [...(model ? [`Deadline model: ${model}`] : []), ...parts.filter(Boolean)].join('\n\n');
}

function linkOf(m: Metadata, id: string | undefined): string | undefined {
  if (first(m, 'type') === '8') return `${SITE}/competitive-calls-cs/${encodeURIComponent(id ?? '')}`;
  if (first(m, 'type') === '1') return `${SITE}/topic-details/${encodeURIComponent(id ?? '')}`;
  const url = first(m, 'url');
  return url && /^https?:\/\//.test(url) ? url : undefined;
}
