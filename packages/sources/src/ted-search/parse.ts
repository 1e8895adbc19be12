import {
  type Deadline,
  dayDeadline,
  dayMoment,
  formTypeSchema,
  InputError,
  type Moment,
  minuteMoment,
  type Notice,
  noticeSchema,
  PERSONAL_MASK,
  type Problem,
  readCpvCode,
  readOrgNumber,
} from '@asf-match/domain';
import { z } from 'zod';

const words = z.record(z.string(), z.string()).optional();
const wordLists = z.record(z.string(), z.array(z.string())).optional();
const list = z.array(z.string()).default([]);

/** The fields asked for; a field without value is left out by TED, and only the publication number is dependable. */
const hitSchema = z.object({
  'publication-number': z.string().regex(/^\d+-\d{4}$/),
  'notice-identifier': z.string().optional(),
  'title-proc': words,
  'title-lot': wordLists,
  'description-proc': words,
  'description-lot': wordLists,
  'buyer-name': wordLists,
  'buyer-identifier': list,
  'buyer-country': list,
  'place-of-performance': list,
  'publication-date': z.string().optional(),
  'deadline-receipt-tender-date-lot': list,
  'deadline-receipt-tender-time-lot': list,
  'deadline-receipt-request': list,
  'main-classification-proc': list,
  'classification-cpv': list,
  'contract-nature-main-proc': z.string().optional(),
  'notice-type': z.string().optional(),
  'form-type': z.string().optional(),
  'notice-subtype': z.string().optional(),
  'procedure-type': z.string().optional(),
  'estimated-value-proc': z.string().optional(),
  'estimated-value-cur-proc': z.string().optional(),
  'reserved-procurement-lot': list,
  'social-objective-lot': list,
});
type Hit = z.infer<typeof hitSchema>;

const answerSchema = z.object({ notices: z.array(z.unknown()), timedOut: z.boolean().optional() });

/**
 * Reads an answer of the TED Search API v3 into Notices. Lots are left out: the API flattens their values into
 * arrays that are not aligned, so their texts are added to the description and nothing is paired.
 * A hit that cannot be read becomes a Problem and the rest go on.
 * @throws InputError when the answer is no JSON object of the documented shape, or is partial (`timedOut`).
 */
export function parseTedSearch(bytes: Uint8Array, origin: string): { readonly notices: readonly Notice[]; readonly remarks: readonly Problem[] } {
  const answer = answerSchema.safeParse(readJson(bytes, origin));
  if (!answer.success) throw refusal('ted-search.shape', origin, 'The answer has no list of notices.');
  if (answer.data.timedOut) throw refusal('ted-search.partial', origin, 'TED ran out of time and sent a part of the answer.');
  const notices: Notice[] = [];
  const remarks: Problem[] = [];
  for (const [index, raw] of answer.data.notices.entries()) {
    const hit = hitSchema.safeParse(raw);
    const notice = hit.success ? noticeSchema.safeParse(noticeOf(hit.data)) : hit;
    if (notice.success) notices.push(notice.data as Notice);
    else
      remarks.push({
        key: 'ted-search.hit',
        file: origin,
        place: `notice ${index + 1}`,
        message: `Cannot be read (${notice.error.issues[0]?.path.join('.')}).`,
        remedy: 'It is left out; the others are kept.',
      });
  }
  return { notices, remarks };
}

function readJson(bytes: Uint8Array, origin: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refusal('ted-search.not-json', origin, 'The answer is not JSON.');
  }
}

const refusal = (key: string, file: string, message: string) => new InputError({ key, file, message, remedy: 'Nothing was taken from it; ask again later.' });

function noticeOf(hit: Hit) {
  const number = hit['publication-number'];
  const language = ['swe', ...Object.keys(hit['title-proc'] ?? {})].find((l) => hit['title-proc']?.[l]) ?? 'swe';
  const description = [
    ...new Set([hit['description-proc']?.[language], ...(hit['title-lot']?.[language] ?? []), ...(hit['description-lot']?.[language] ?? [])]),
  ];
  const codes = [...new Set([...hit['main-classification-proc'], ...hit['classification-cpv']].flatMap((c) => readCpvCode(c) ?? []))];
  const value = Number(hit['estimated-value-proc']);
  const reserved = [...new Set(hit['reserved-procurement-lot'].filter((r) => r !== 'none'))];
  const published = hit['publication-date'] && dayWithOffset(hit['publication-date']);
  const deadline = deadlineOf(hit);
  const nature = hit['contract-nature-main-proc'];
  return {
    source: 'ted',
    id: hit['notice-identifier'] ?? number,
    version: '01',
    procedureId: hit['notice-identifier'] ?? number,
    publicationNumber: number,
    ...(published && { published: dayMoment(published.date, published.zone) }),
    url: `https://ted.europa.eu/sv/notice/-/detail/${number}`,
    format: 'TED Search API v3',
    ...(hit['notice-subtype'] && { form: hit['notice-subtype'] }),
    formType: formTypeSchema.catch('competition').parse(hit['form-type']),
    ...(hit['notice-type'] && { noticeType: hit['notice-type'] }),
    ...(hit['procedure-type'] && { procedure: hit['procedure-type'] }),
    language: shortLanguage(language),
    languages: [shortLanguage(language)],
    ...(hit['buyer-country'].includes('SWE') && { country: 'SE' }),
    buyers: buyersOf(hit, language),
    title: hit['title-proc']?.[language] ?? hit['title-lot']?.[language]?.[0] ?? '',
    description: description.filter(Boolean).join('\n\n'),
    ...(codes[0] && { cpv: codes[0] }),
    cpvAdditional: codes.slice(1),
    ...(['services', 'supplies', 'works'].includes(nature ?? '') && { nature }),
    places: [...new Set(hit['place-of-performance'])].filter((p) => /^SE\d*$/.test(p)).map((nuts) => ({ nuts })),
    ...(value > 1 && hit['estimated-value-cur-proc'] && { value: { amount: value, currency: hit['estimated-value-cur-proc'] } }),
    ...(deadline && { deadline }),
    reservedParticipation: reserved,
    reservedExecution: false,
    socialObjectives: [...new Set(hit['social-objective-lot'])],
    innovationObjectives: [],
    awardCriteria: [],
    lots: [],
    results: [],
  };
}

function buyersOf(hit: Hit, language: string) {
  const names = [...new Set(hit['buyer-name']?.[language] ?? Object.values(hit['buyer-name'] ?? {})[0] ?? [])];
  // Names and numbers come as separate lists: only a single one of each can be told to belong together.
  const number = names.length === 1 && new Set(hit['buyer-identifier']).size === 1 ? hit['buyer-identifier'][0] : undefined;
  const personal = number && readOrgNumber(number).kind === 'personal';
  return names.map((name) => ({ name, ...(number && { orgNumber: personal ? PERSONAL_MASK : number }) }));
}

/** Tenders first, then requests to participate; the earliest of the lots'. */
function deadlineOf(hit: Hit): Deadline | undefined {
  const times = hit['deadline-receipt-tender-time-lot'];
  const tenders = hit['deadline-receipt-tender-date-lot'].map((date, i) => lastMoment(date, times.length === 1 ? times[0] : times[i]));
  if (tenders.length) return { for: 'tenders', at: earliest(tenders) };
  const requests = hit['deadline-receipt-request'].map((text) => lastMoment(text.replace(/T.*?([+-]\d\d:\d\d|Z)$/, '$1'), /T(.*)$/.exec(text)?.[1]));
  return requests.length ? { for: 'requests', at: earliest(requests) } : undefined;
}

const earliest = (moments: readonly Moment[]): Moment => moments.reduce((a, b) => (b.instant < a.instant ? b : a));

function lastMoment(date: string, time: string | undefined): Moment {
  const day = dayWithOffset(date);
  return time ? minuteMoment(day.date, time.slice(0, 5), day.zone) : dayDeadline(day.date, day.zone);
}

/** "2026-08-31+02:00": a date with an offset, which no date standard has. */
function dayWithOffset(text: string): { date: string; zone: string } {
  const offset = /([+-]\d\d:\d\d)$/.exec(text)?.[1];
  return { date: text.slice(0, 10), zone: offset ?? 'UTC' };
}

/** ISO 639-3 to 639-1. */
const shortLanguage = (code: string): string => new Intl.Locale(code).language;
