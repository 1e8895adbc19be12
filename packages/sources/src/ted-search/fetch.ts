import { z } from 'zod';
import type { FetchFailure } from '../fetcher/failure.ts';
import type { FetchStep, SourceRequest } from '../source.ts';
import { unique } from '../ted/defined.ts';
import { type TedSettings, tedQuery } from './query.ts';

const pageSchema = z.object({
  notices: z.array(z.looseObject({ 'publication-number': z.string().optional() })),
  totalNoticeCount: z.number().int().nonnegative().nullish(),
  iterationNextToken: z.string().min(1).nullish(),
  timedOut: z.boolean().optional(),
});

const SENTENCES = {
  shape: ['TED svarade med något annat än en sida annonser', 'TED answered with something else than a page of notices'],
  partial: ['TED hann inte svara helt', 'TED ran out of time and sent a part of the page'],
  token: ['TED gav samma sidmärke två gånger', 'TED gave the same page token twice'],
  'stale-token': [
    'TED godtog inte sidmärket från förra gången, så läsningen börjar om',
    'TED did not accept the page token of the last run, so reading starts afresh',
  ],
  query: ['TED godtog inte frågan', 'TED did not accept the query'],
  short: ['TED gav färre annonser än det sade sig ha', 'TED gave fewer notices than it said it had'],
} as const;

const failed = (kind: keyof typeof SENTENCES, detail = ''): FetchStep => {
  const [swedish, english] = SENTENCES[kind];
  const end = detail ? `: ${detail}.` : '.';
  return { kind: 'failed', failure: { key: `ted.${kind}`, swedish: swedish + end, english: english + end } };
};

/** How often a page that TED ran out of time for is asked for in one run. */
const PARTIAL_TRIES = 3;

/**
 * Reads the TED Search API v3 to the end: page by page, each kept as it came, until an empty page or until as many
 * notices as TED says there are. The cursor is the API’s own page token. A page that TED did not finish is asked for
 * again, and nothing of it is kept. A token that has gone stale fails the scan, and the next one starts afresh.
 *
 * Verified against the documented contract, and answers and field names recorded by others (August and September 2026);
 * never run against the live service from where this was written. Quirks met: `timedOut` comes with status 200 and a part
 * of the page; the last page may be empty and still carry a token; 429 is HTML; tokens end a day after the next issue.
 * https://docs.ted.europa.eu/api/latest/search.html
 */
export async function* fetchTedSearch({ fetcher, since, cursor, settings, signal }: SourceRequest<TedSettings>): AsyncGenerator<FetchStep> {
  const tokens = new Set<string>(cursor === undefined ? [] : [cursor]);
  const seen = new Set<string>();
  let token = cursor;
  let partial = 0;
  let promised: number | undefined;
  for (;;) {
    const fetched = await fetcher.fetch({ url: settings.url, json: tedQuery(since, settings, token), accept: ['application/json'] }, signal);
    if (!fetched.ok) return yield refusal(fetched.failure, token !== undefined && token === cursor);
    if (fetched.unchanged) return yield failed('shape', '304');
    const read = pageSchema.safeParse(readJson(fetched.bytes));
    if (!read.success) return yield failed('shape', read.error.issues[0]?.path.join('.') || 'JSON');
    const { notices, totalNoticeCount, iterationNextToken: next, timedOut } = read.data;
    if (timedOut) {
      partial += 1;
      if (partial === PARTIAL_TRIES) return yield failed('partial');
      continue;
    }
    partial = 0;
    // A scan that goes on after a break does not know what was read before it, so it cannot count.
    if (cursor === undefined && typeof totalNoticeCount === 'number') {
      if (promised === undefined) yield { kind: 'total', items: totalNoticeCount };
      promised = Math.min(promised ?? totalNoticeCount, totalNoticeCount);
    }
    const before = seen.size;
    for (const { 'publication-number': number } of notices) seen.add(number ?? '');
    const repeated = next && tokens.has(next);
    if (notices.length > 0) {
      const document = { bytes: fetched.bytes, origin: settings.url, mediaType: fetched.mediaType };
      yield { kind: 'document', document, ...(next && !repeated && { cursor: next }) };
    }
    // As many as there are now; or as many as there were at first, and this page had nothing new: more came at the top meanwhile.
    const complete = promised !== undefined && (seen.size >= (totalNoticeCount ?? promised) || (seen.size === before && seen.size >= promised));
    if (notices.length === 0 || !next || complete) {
      if (promised !== undefined && seen.size < promised) yield failed('short', `${seen.size} < ${promised}`);
      return;
    }
    if (repeated) return yield failed('token');
    tokens.add(next);
    token = next;
  }
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** A refusal in which TED names what it did not accept: an unknown field, a wrong value, a stale token. */
function refusal(failure: FetchFailure, resumed: boolean): FetchStep {
  const named = failure.key === 'fetch.refused' ? namedIn(failure.answer ?? '') : undefined;
  if (!named) return { kind: 'failed', failure };
  return failed(resumed ? 'stale-token' : 'query', named);
}

/** Read by its marks and not as JSON: an answer that lists all field names is longer than what is kept of it. */
function namedIn(answer: string): string | undefined {
  if (!answer.trimStart().startsWith('{')) return undefined;
  const named = [...answer.matchAll(/"(?:type|field|message)"\s*:\s*"((?:[^"\\]|\\.)*)/g)].map(([, text = '']) => text.slice(0, 150));
  return unique(named).join(' – ').slice(0, 300) || undefined;
}
