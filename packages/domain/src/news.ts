import { z } from 'zod';
import type { Call } from './call.ts';
import { type SubjectRef, subjectRefSchema } from './match.ts';
import type { Need } from './need.ts';
import { type Deadline, deadlineSchema, type Notice, noticeKey } from './notice.ts';
import { instantSchema, type Watched } from './subscription.ts';

export const newsKindSchema = z.enum(['planned', 'published', 'deadline', 'changed', 'cancelled', 'result', 'need', 'call']);
export type NewsKind = z.infer<typeof newsKindSchema>;

export const newsSchema = z.object({
  /** What it is about, across notices and sources: a procedure, a need or a call. */
  about: z.string().min(1),
  kind: newsKindSchema,
  /** Tells news of one kind about the same thing apart: the new last day, the changing notice. Empty when there can be one only. */
  detail: z.string(),
  subject: subjectRefSchema,
  at: instantSchema,
  /** The last days as they are known now, earliest first, and as they were told before. */
  deadlines: z.array(deadlineSchema),
  before: z.array(deadlineSchema).optional(),
  /** What the buyer says about the change. */
  note: z.string().optional(),
});
/** One thing that has happened and is told once to everyone whom it concerns: about × kind × detail. */
export type News = Readonly<z.infer<typeof newsSchema>>;

/** What of a subscription covers each kind of news. */
export const WATCHED_BY: Readonly<Record<NewsKind, Watched>> = {
  ...{ planned: 'notices', published: 'notices', deadline: 'deadlines', changed: 'deadlines', cancelled: 'deadlines' },
  ...{ result: 'results', need: 'needs', call: 'calls' },
};

/** A change is told also to those who were told of the thing itself; the rest stands on its own. */
export const isChange = (kind: NewsKind): boolean => WATCHED_BY[kind] === 'deadlines';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const LONGEST_NOTE = 600;

/** The procedure of a notice. eForms give it the same UUID at every source (BT-04); other identities hold at their own source only. */
export const aboutNotice = ({ source, procedureId }: Pick<Notice, 'source' | 'procedureId'>): string =>
  UUID.test(procedureId) ? procedureId.toLowerCase() : `${source}:${procedureId}`;
export const aboutNeed = ({ id }: Pick<Need, 'id'>): string => `need:${id}`;
export const aboutCall = ({ source, id }: Pick<Call, 'source' | 'id'>): string => `call:${source}:${id}`;

type Told = readonly Pick<News, 'kind' | 'deadlines' | 'at'>[];

/**
 * What a notice tells that has not been told before, or undefined. It is compared with what was told, not with earlier
 * notices, so that nothing is lost when several arrive at once and nothing is told twice when one comes from two sources.
 * @param told all news about the same procedure, in the order they were told
 * @param about what it is news about, when the notice is known to be of a purchase that another notice began
 */
export function newsOfNotice(notice: Notice, told: Told, at: string, about: string = aboutNotice(notice)): News | undefined {
  const subject: SubjectRef = { kind: 'notice', id: noticeKey(notice) };
  const deadlines = distinct([notice.deadline, ...notice.lots.map((l) => l.deadline)].flatMap((d) => d ?? []));
  const news = (kind: NewsKind, detail = '', more: Partial<News> = {}): News => ({ about, kind, detail, subject, at, deadlines, ...more });
  const note = notice.change?.description ?? notice.change?.reason;
  const why = note ? { note: note.slice(0, LONGEST_NOTE) } : {};
  const last = told.filter((n) => n.kind === 'published' || n.kind === 'deadline').at(-1);
  const isOver = told.some((n) => n.kind === 'cancelled' || n.kind === 'result');
  switch (notice.formType) {
    case 'planning':
    case 'consultation':
      return told.length > 0 ? undefined : news('planned');
    case 'competition':
      if (isOver) return undefined;
      // eForms code list change-corig-justification.
      if (/^cancel/.test(notice.change?.reason ?? '')) return told.length > 0 ? news('cancelled', '', why) : undefined;
      if (!last) return news('published');
      return same(last.deadlines, deadlines) || deadlines.length === 0
        ? undefined
        : news('deadline', `${last.at} ${instants(deadlines)}`, { before: [...last.deadlines], ...why });
    case 'change':
      return last && !isOver ? news('changed', notice.id, { deadlines: last.deadlines, ...why }) : undefined;
    case 'result':
      if (isOver) return undefined;
      if (notice.results.length === 0 || notice.results.some((r) => r.status !== 'clos-nw')) return news('result');
      return told.length > 0 ? news('cancelled', '', why) : undefined;
    default:
      return undefined;
  }
}

/** A planned purchase is told once. */
export const newsOfNeed = (need: Need, told: Told, at: string): News | undefined =>
  told.length > 0 ? undefined : { about: aboutNeed(need), kind: 'need', detail: '', subject: { kind: 'need', id: need.id }, at, deadlines: [] };

/** A call is told once, and again when its closing dates change. */
export function newsOfCall(call: Call, told: Told, at: string): News | undefined {
  const deadlines = distinct(call.rounds.flatMap((round) => round.closes.map((closes): Deadline => ({ for: 'tenders', at: closes }))));
  const base = { about: aboutCall(call), subject: { kind: 'call' as const, id: `${call.source}:${call.id}` }, at, deadlines };
  const last = told.at(-1);
  if (!last) return { ...base, kind: 'call', detail: '' };
  return same(last.deadlines, deadlines) || deadlines.length === 0
    ? undefined
    : { ...base, kind: 'deadline', detail: `${last.at} ${instants(deadlines)}`, before: [...last.deadlines] };
}

const instants = (deadlines: readonly Deadline[]): string => deadlines.map((d) => d.at.instant).join(' ');
const same = (a: readonly Deadline[], b: readonly Deadline[]): boolean => instants(a) === instants(b);
const distinct = (deadlines: readonly Deadline[]): Deadline[] =>
  [...new Map(deadlines.map((d) => [d.at.instant, d])).values()].sort((a, b) => (a.at.instant < b.at.instant ? -1 : 1));
