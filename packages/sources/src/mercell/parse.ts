import { InputError, type Moment, type Notice, noticeSchema, readCpvCode, STOCKHOLM } from '@asf-match/domain';
import { withoutContacts } from '../contacts/without-contacts.ts';
import type { Parsed } from '../source.ts';
import { defined, unique } from '../ted/defined.ts';
import { publicationNumber } from '../ted/publication-number.ts';
import { Remarks } from '../ted/remarks.ts';
import { type MercellHit, mercellHitSchema, mercellPageSchema } from './hit.ts';

/**
 * Reads a page of Mercell’s search, fetched or saved by a person. Hits from other countries are left out whatever was
 * asked for, because clients disagree on whether the filter works. Suppliers are not read: they may be persons. Of the
 * texts, e-mail addresses and telephone numbers are left out.
 * @throws InputError `mercell.shape` when it is no such page
 */
export function parseMercell(bytes: Uint8Array, origin: string): Parsed {
  const page = mercellPageSchema.safeParse(readJson(bytes));
  if (!page.success) {
    const message = `This is no page of Mercell’s search (${page.error.issues[0]?.path.join('.') || 'no JSON'}).`;
    throw new InputError({ key: 'mercell.shape', file: origin, message, remedy: 'Nothing was taken from it; ask again later.' });
  }
  const remarks = new Remarks(origin);
  const notices: Notice[] = [];
  for (const [index, raw] of page.data.results.entries()) {
    const hit = mercellHitSchema.safeParse(raw);
    if (hit.success && hit.data.authorityCountryCode !== 'SE') continue;
    const notice = hit.success ? noticeSchema.safeParse(noticeOf(hit.data)) : hit;
    if (notice.success) notices.push(notice.data as Notice);
    else remarks.leftOut('mercell.hit', `hit ${index + 1}`, notice.error.issues[0]?.path.join('.'));
  }
  return { notices, remarks: remarks.list };
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** What the search calls its documents, in eForms terms; what it calls something else is told by its category. */
const FORM_TYPES: Readonly<Record<string, Notice['formType']>> = {
  Contract: 'competition',
  DirectProcurement: 'competition',
  RequestForInformation: 'consultation',
  PriorInformation: 'planning',
  ContractAward: 'result',
};

/** Checked by the caller; what is no notice after all is found there. */
function noticeOf(hit: MercellHit) {
  // `id` changes over time; the search’s own notice number does not.
  const id = hit.repsNoticeId ?? (hit.sourceId && hit.sourceNoticeId ? `${hit.sourceId}-${hit.sourceNoticeId}` : undefined);
  const [, buyer, town] = /^(.*?)(?:,\s*([^,]+))?$/s.exec(hit.authorityTown ?? '') ?? [];
  const [cpv, ...cpvAdditional] = unique(hit.cpvCodes.map(readCpvCode));
  const deadline = moment(hit.deadline);
  const nature = hit.marketType?.toLowerCase();
  return defined({
    source: 'mercell',
    id,
    version: '01',
    procedureId: id,
    publicationNumber: hit.sourceId === 'TED' ? publicationNumber(hit.sourceNoticeId) : undefined,
    published: moment(hit.publicationDate),
    url: /^-?\d+$/.test(hit.id ?? '') ? `https://app.mercell.com/tender/${hit.id}` : undefined,
    format: 'Mercell search',
    formType:
      FORM_TYPES[hit.docTypeCode ?? ''] ?? (hit.boppCategory === 'UpcomingTenders' ? 'planning' : hit.boppCategory === 'Tenders' ? 'competition' : undefined),
    noticeType: hit.docTypeCode,
    language: 'sv',
    languages: ['sv'],
    country: 'SE',
    buyers: buyer ? [defined({ name: buyer, town, country: 'SE' })] : [],
    title: hit.title && withoutContacts(hit.title).text,
    description: hit.description && withoutContacts(hit.description.replace(/\r\n?/g, '\n')).text,
    cpv,
    cpvAdditional,
    nature: nature === 'services' || nature === 'supplies' || nature === 'works' ? nature : undefined,
    places: unique(hit.deliveryPlaceCodes.filter((code) => /^SE\d{0,3}$/.test(code))).map((nuts) => ({ nuts })),
    value: hit.value && hit.value > 1 && hit.valueUnit ? { amount: hit.value, currency: hit.valueUnit } : undefined,
    deadline: deadline && { for: 'tenders' as const, at: deadline },
    reservedParticipation: [],
    reservedExecution: false,
    socialObjectives: [],
    innovationObjectives: [],
    awardCriteria: [],
    lots: [],
    results: [],
  });
}

/** An instant in ISO 8601 with its offset; anything else is no time that could be relied on. */
function moment(text: string | undefined): Moment | undefined {
  if (!text || !/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) || Number.isNaN(Date.parse(text))) return undefined;
  return { instant: `${new Date(text).toISOString().slice(0, 19)}Z`, zone: STOCKHOLM, precision: 'minute' };
}
