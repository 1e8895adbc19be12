import { type Deadline, dayDeadline, dayMoment, InputError, type Notice, noticeSchema, type Problem, STOCKHOLM } from '@asf-match/domain';
import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { withoutContacts } from '../contacts/without-contacts.ts';
import type { Parsed } from '../source.ts';
import { countyNuts } from '../swedish-counties.ts';
import { decodeText } from '../table/decode.ts';
import { defined } from '../ted/defined.ts';
import { Remarks } from '../ted/remarks.ts';

const INSTANCE = 'https://www.kommersannons.se/stockholm/Notice/';
const LINK = 'a[href*="ProcurementId="]';

/**
 * Reads the list of purchases that the city’s own Kommers shows, fetched or saved by a person with the browser: reference,
 * title, kind, dates, place and the text shown. The list names no CPV codes and no clock time; the address of a purchase
 * has both. Of the texts, e-mail addresses and telephone numbers are left out.
 * @throws InputError `kommers.shape` when the page holds no such list
 */
export async function parseKommers(bytes: Uint8Array, origin: string): Promise<Parsed> {
  const { load } = await import('cheerio');
  const $ = load(decodeText(bytes).text);
  const remarks = new Remarks(origin);
  const rows = $('div.row')
    .toArray()
    .filter((row) => $(row).find(`p.h4 ${LINK}`).length === 1);
  if (rows.length === 0 && !isEmptyList($)) {
    const message = 'The page holds no list of purchases as Kommers shows them.';
    throw new InputError({ key: 'kommers.shape', file: origin, message, remedy: 'Save the page with the list itself, when it has been shown in full.' });
  }
  const notices: Notice[] = [];
  for (const [index, row] of rows.entries()) {
    const read = noticeSchema.safeParse(noticeOf($, row, remarks));
    if (read.success) notices.push(read.data);
    else remarks.leftOut('kommers.row', `row ${index + 1}`, read.error.issues[0]?.path.join('.'));
  }
  if (/__doPostBack\('[^']*',\s*'Page\$\d/.test($.html())) remarks.list.push(moreThanOnePage(origin));
  return { notices, remarks: remarks.list };
}

const moreThanOnePage = (file: string): Problem => ({
  ...{ key: 'kommers.more', file, message: 'The list goes on with further pages, which are not read: how they are asked for is not known.' },
  remedy: 'Look at the site for the rest, or save each page and read it with asf-match ingest.',
});

/** The site’s own page with nothing in it. */
const isEmptyList = ($: CheerioAPI): boolean => $('form#aspnetForm').length > 0 && $('div.container').length > 0;

function noticeOf($: CheerioAPI, row: Element, remarks: Remarks) {
  const heading = $(row).find('p.h4').first();
  const link = heading.find(LINK).first();
  const id = /ProcurementId=(\d+)/.exec(link.attr('href') ?? '')?.[1];
  const kind = tidy(heading.find('small').first().text());
  const dates = tidy($(row).find('small').not(heading.find('small')).first().text());
  const title = heading.clone();
  title.find('a, div, small').remove();
  const description = withoutContacts(tidy(heading.parent().children('div').first().text())).text;
  const place = /utförandeort\s+([^.]+)\./i.exec(dates)?.[1]?.trim();
  const nuts = place && countyNuts(place);
  const shown = /visas mellan (\d{4}-\d\d-\d\d)/i.exec(dates)?.[1];
  return defined({
    source: 'kommers-stockholm',
    id: id ?? '',
    version: '01',
    procedureId: id ?? '',
    published: shown === undefined ? undefined : day(shown, dayMoment, remarks),
    url: id && `${INSTANCE}NoticeOverview.aspx?ProcurementId=${id}`,
    format: 'Kommers list',
    formType: formTypeOf(kind),
    reference: tidy(link.children('span').first().text()) || undefined,
    procedure: kind || undefined,
    language: 'sv',
    languages: ['sv'],
    country: 'SE',
    // The site is the city’s; which of its bodies buys is not said, so no number is given.
    buyers: [{ name: 'Stockholms stad', country: 'SE' }],
    title: withoutContacts(tidy(title.text()).replace(/^[-–]\s*/, '')).text,
    description: description || undefined,
    cpvAdditional: [],
    places: place ? [defined({ name: place, nuts })] : [],
    deadline: deadlineOf(dates, remarks),
    reservedParticipation: [],
    reservedExecution: false,
    socialObjectives: [],
    innovationObjectives: [],
    awardCriteria: [],
    lots: [],
    results: [],
  });
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

function formTypeOf(kind: string): Notice['formType'] {
  if (/förhandsannons|planer/i.test(kind)) return 'planning';
  if (/\bRFI\b|samråd|informationsinhämtning|marknadsdialog/i.test(kind)) return 'consultation';
  return /tilldel|resultat|kontrakt(?:erad|smeddelande)/i.test(kind) ? 'result' : 'competition';
}

function deadlineOf(dates: string, remarks: Remarks): Deadline | undefined {
  const tenders = /sista anbudsdag\p{L}* är (\d{4}-\d\d-\d\d)/iu.exec(dates)?.[1];
  const requests = /sista dag för ansökan är (\d{4}-\d\d-\d\d)/i.exec(dates)?.[1];
  const at = day(tenders ?? requests, dayDeadline, remarks);
  return at && { for: tenders ? 'tenders' : 'requests', at };
}

function day(date: string | undefined, read: typeof dayMoment, remarks: Remarks) {
  if (date === undefined) return undefined;
  try {
    return read(date, STOCKHOLM);
  } catch {
    remarks.add('kommers.date', date, `${date} does not exist.`);
    return undefined;
  }
}
