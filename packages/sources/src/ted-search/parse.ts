import {
  contractNatureSchema,
  type Deadline,
  formTypeSchema,
  InputError,
  type Moment,
  type Notice,
  noticeSchema,
  type Problem,
  readCpvCode,
} from '@asf-match/domain';
import { z } from 'zod';
import { noticeWithoutContacts } from '../contacts/notice-without-contacts.ts';
import { countryCode, languageCode, zoneOf } from '../ted/countries.ts';
import { readDeadline, readPublished } from '../ted/dates.ts';
import { defined, unique } from '../ted/defined.ts';
import { readMoney } from '../ted/money.ts';
import { partyNumber } from '../ted/org-number.ts';
import { noticePage } from '../ted/publication-number.ts';
import { Remarks } from '../ted/remarks.ts';
import { type Hit, hitSchema } from './hit.ts';

const answerSchema = z.object({ notices: z.array(z.unknown()), timedOut: z.boolean().optional() });

/**
 * Reads an answer of the TED Search API v3 into Notices. Lots and results are left out: the API flattens their values
 * into arrays that are not aligned, so their texts are added to the description and nothing is paired; the notice's XML
 * has them. The title is the buyer's own, never the API's `notice-title`, which restates the CPV label.
 * A hit that cannot be read becomes a Problem and the rest go on.
 * @throws InputError when the answer is no JSON object of the documented shape, or is partial (`timedOut`).
 */
export function parseTedSearch(bytes: Uint8Array, origin: string): { readonly notices: readonly Notice[]; readonly remarks: readonly Problem[] } {
  const answer = answerSchema.safeParse(readJson(bytes, origin));
  if (!answer.success) throw refusal('ted-search.shape', origin, 'The answer has no list of notices.');
  if (answer.data.timedOut) throw refusal('ted-search.partial', origin, 'TED ran out of time and sent a part of the answer.');
  const notices: Notice[] = [];
  const remarks = new Remarks(origin);
  for (const [index, raw] of answer.data.notices.entries()) {
    const hit = hitSchema.safeParse(raw);
    const notice = hit.success ? noticeSchema.safeParse(noticeOf(hit.data, remarks)) : hit;
    if (notice.success) notices.push(noticeWithoutContacts(notice.data as Notice));
    else {
      const number = hit.success ? ` (${hit.data['publication-number']})` : '';
      remarks.leftOut('ted-search.hit', `notice ${index + 1}${number}`, notice.error.issues[0]?.path.join('.'));
    }
  }
  return { notices, remarks: remarks.list };
}

function readJson(bytes: Uint8Array, origin: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refusal('ted-search.not-json', origin, 'The answer is not JSON.');
  }
}

const refusal = (key: string, file: string, message: string) => new InputError({ key, file, message, remedy: 'Nothing was taken from it; ask again later.' });

/** Checked by the caller; what is no notice after all is found there. */
function noticeOf(hit: Hit, remarks: Remarks) {
  const number = hit['publication-number'];
  const id = hit['notice-identifier'] ?? number;
  const language = ['swe', ...hit['title-proc'].keys(), ...hit['title-lot'].keys()].find(
    (l) => textsOf(hit, 'title-proc', l)[0] || textsOf(hit, 'title-lot', l)[0],
  );
  const short = languageCode(language) ?? 'en';
  const [title] = [...textsOf(hit, 'title-proc', language), ...textsOf(hit, 'title-lot', language)];
  const texts = [...textsOf(hit, 'description-proc', language), ...textsOf(hit, 'title-lot', language), ...textsOf(hit, 'description-lot', language)];
  const [cpv, ...cpvAdditional] = unique([...hit['main-classification-proc'], ...hit['classification-cpv']].map(readCpvCode));
  const country = countryCode(hit['buyer-country'][0]);
  const changed = hit['change-notice-version-identifier'];
  return defined({
    source: 'ted',
    id,
    version: (hit['notice-version'] ?? '1').padStart(2, '0'),
    procedureId: hit['procedure-identifier'] ?? id,
    publicationNumber: number,
    published: readPublished(hit['publication-date'], remarks),
    url: noticePage(number),
    format: 'TED Search API v3',
    partial: true,
    form: hit['notice-subtype'],
    formType: formTypeSchema.safeParse(hit['form-type']).data,
    noticeType: hit['notice-type'],
    previous: changed,
    change: changed === undefined ? undefined : { of: changed },
    reference: hit['internal-identifier-proc'],
    procedure: hit['procedure-type'],
    language: short,
    languages: [short],
    country,
    buyers: buyersOf(hit, language, country),
    title,
    description: unique(texts)
      .filter((text) => text && text !== title)
      .join('\n\n'),
    cpv,
    cpvAdditional,
    nature: contractNatureSchema.safeParse(hit['contract-nature-main-proc']).data,
    places: unique(hit['place-of-performance'])
      .filter((p) => /^SE\d*$/.test(p))
      .map((nuts) => ({ nuts })),
    value: readMoney(hit['estimated-value-proc'], hit['estimated-value-cur-proc'], number, remarks),
    deadline: deadlineOf(hit, zoneOf(country), remarks),
    reservedParticipation: unique(hit['reserved-procurement-lot']).filter((r) => r !== 'none'),
    reservedExecution: false,
    socialObjectives: unique(hit['social-objective-lot']),
    innovationObjectives: [],
    awardCriteria: [],
    lots: [],
    results: [],
  });
}

const textsOf = (hit: Hit, field: 'title-proc' | 'title-lot' | 'description-proc' | 'description-lot', language: string | undefined): readonly string[] =>
  hit[field].get(language ?? '') ?? [];

function buyersOf(hit: Hit, language: string | undefined, country: string | undefined) {
  const names = unique(hit['buyer-name'].get(language ?? '') ?? [...hit['buyer-name'].values()][0] ?? []);
  const numbers = unique(hit['buyer-identifier']);
  // Names and numbers come as separate lists: only a single one of each can be told to belong together.
  const orgNumber = names.length === 1 && numbers.length === 1 ? partyNumber(numbers[0], country) : undefined;
  return names.filter(Boolean).map((name) => defined({ name, orgNumber, country }));
}

/**
 * Tenders first, then requests to participate. Dates and clock times come as separate lists that need not belong
 * together, so the earliest of each is taken: never later than any lot's own.
 */
function deadlineOf(hit: Hit, zone: string, remarks: Remarks): Deadline | undefined {
  const place = `${hit['publication-number']} deadline`;
  const [time] = hit['deadline-receipt-tender-time-lot'].toSorted();
  const tenders = earliest(hit['deadline-receipt-tender-date-lot'].map((date) => readDeadline({ date, time, zone, place }, remarks)));
  if (tenders) return { for: 'tenders', at: tenders };
  const requests = earliest(
    hit['deadline-receipt-request'].map((text) => {
      const [date = '', time] = text.split('T');
      return readDeadline({ date, time, zone, place }, remarks);
    }),
  );
  return requests && { for: 'requests', at: requests };
}

const earliest = (moments: readonly (Moment | undefined)[]): Moment | undefined => unique(moments).sort((a, b) => (a.instant < b.instant ? -1 : 1))[0];
