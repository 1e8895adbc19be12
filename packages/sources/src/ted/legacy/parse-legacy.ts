import { InputError, type Lot, type Notice, type Party } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { all, attribute, children, descendants, first, localName, text } from '../../xml/walk.ts';
import { countryCode, languageCode, zoneOf } from '../countries.ts';
import { readDeadline, readPublished } from '../dates.ts';
import { defined, unique } from '../defined.ts';
import { readMoney } from '../money.ts';
import { noticePage, publicationNumber } from '../publication-number.ts';
import type { Remarks } from '../remarks.ts';
import { changeOf } from './change.ts';
import { additionalCpv, mainCpv, natureOf, placesOf, reservationsOf } from './codes.ts';
import type { LegacyContext } from './context.ts';
import { formTypeOf, procedureOf } from './form-type.ts';
import { lotsOf } from './lots.ts';
import { isOldLayout, readOldLayout } from './old-layout.ts';
import { partyOf } from './parties.ts';
import { resultsOf } from './results.ts';

/**
 * A notice in the Publications Office's TED XML (R2.0.8 and R2.0.9, 2011–2023): forms F01–F25, T01, T02 and the
 * defence forms 16–19. The Swedish original is read when there is one, else the first original; translations are not.
 * @throws InputError `ted.no-form`, `ted.unknown-form`, `ted.no-title`, `ted.no-number`
 */
export function parseLegacy(root: Element, remarks: Remarks): Notice {
  const { file } = remarks;
  const coded = first(root, 'CODED_DATA_SECTION');
  const form = chooseForm(root, text(first(coded, 'NOTICE_DATA/LG_ORIG')));
  if (!form) throw refuse(file, 'ted.no-form', 'The file has no form section in an original language.');
  const formNumber = attribute(form, 'FORM') ?? localName(form.name);
  const noticeType = attribute(first(form, 'NOTICE'), 'TYPE');
  const formType = formTypeOf(formNumber, noticeType);
  if (!formType) throw refuse(file, 'ted.unknown-form', `The form ${formNumber} is not known.`);
  const number = publicationNumber(attribute(root, 'DOC_ID')) ?? publicationNumber(text(first(coded, 'NOTICE_DATA/NO_DOC_OJS')));
  if (!number) throw refuse(file, 'ted.no-number', 'The file has no publication number (DOC_ID).');

  const country = countryCode(attribute(first(coded, 'NOTICE_DATA/ISO_COUNTRY'), 'VALUE'));
  const context: LegacyContext = { remarks, zone: zoneOf(country) };
  const purpose = isOldLayout(form) ? readOldLayout(form, context) : readForm(form, context);
  const reserved = reservationsOf(form);
  const title = purpose.title || purpose.lots.find((lot) => lot.title)?.title || firstSentence(purpose.description ?? purpose.lots[0]?.description);
  if (!title) throw refuse(file, 'ted.no-title', 'The notice has neither a title nor a description.');

  const language = languageCode(attribute(form, 'LG')) ?? 'en';
  const procedure = descendants(form, ...PROCEDURE_ELEMENTS.filter((n) => children(first(form, 'PROCEDURE'), n).length))[0];
  const earlier =
    publicationNumber(text(descendants(form, 'NOTICE_NUMBER_OJ')[0])) ?? publicationNumber(text(first(coded, 'NOTICE_DATA/REF_NOTICE/NO_DOC_OJS')));
  const previous = earlier === number ? undefined : earlier;
  return defined({
    source: 'ted',
    id: number,
    version: '01',
    procedureId: previous ?? number,
    publicationNumber: number,
    published: readPublished(text(first(coded, 'REF_OJS/DATE_PUB')), remarks),
    url: noticePage(number),
    format: `TED-XML ${attribute(root, 'VERSION') ?? attribute(form, 'VERSION') ?? ''}`.trim(),
    form: formNumber,
    formType,
    noticeType,
    previous,
    change: changeOf(form, previous),
    reference: text(descendants(form, 'REFERENCE_NUMBER')[0]),
    legalBasis: attribute(first(form, 'LEGAL_BASIS'), 'VALUE'),
    procedure: procedure && procedureOf(localName(procedure.name)),
    language,
    languages: unique([
      language,
      ...all(root, 'FORM_SECTION')
        .flatMap((s) => children(s))
        .map((f) => languageCode(attribute(f, 'LG'))),
    ]),
    country,
    ...purpose,
    title,
    deadline: deadlineOf(form, coded, formType, context),
    ...reserved,
    lots: purpose.lots.map((lot): Lot => ({ ...lot, ...reserved })),
    socialObjectives: [],
    innovationObjectives: [],
  });
}

const refuse = (file: string, key: string, message: string): InputError =>
  new InputError({ key, file, message, remedy: 'Fetch the notice again from TED, or leave it out.' });

const PROCEDURE_ELEMENTS = [
  ...['PT_OPEN', 'PT_RESTRICTED', 'PT_COMPETITIVE_NEGOTIATION', 'PT_NEGOTIATED_WITH_PRIOR_CALL', 'PT_COMPETITIVE_DIALOGUE', 'PT_INNOVATION_PARTNERSHIP'],
  ...['PT_INVOLVING_NEGOTIATION', 'PT_NEGOTIATED_WITHOUT_PUBLICATION', 'PT_AWARD_CONTRACT_WITHOUT_CALL', 'PT_AWARD_CONTRACT_WITHOUT_PUBLICATION'],
];

/** Each original language has a form of its own: Swedish first, then LG_ORIG, then what comes first. */
function chooseForm(root: Element, original: string | undefined): Element | undefined {
  const forms = all(root, 'FORM_SECTION').flatMap((section) => children(section));
  const originals = forms.filter((f) => attribute(f, 'CATEGORY') !== 'TRANSLATION');
  const inLanguage = (language: string | undefined) => originals.find((f) => attribute(f, 'LG') === language);
  return inLanguage('SV') ?? inLanguage(original) ?? originals[0];
}

function readForm(form: Element, context: LegacyContext) {
  const contracts = all(form, 'OBJECT_CONTRACT');
  const [contract] = contracts;
  const lots = lotsOf(contracts, context);
  const modified = first(form, 'MODIFICATIONS_CONTRACT/DESCRIPTION_PROCUREMENT');
  const value = ['VAL_ESTIMATED_TOTAL', 'VAL_TOTAL'].flatMap((name) => all(contract, name))[0];
  const body = first(form, 'CONTRACTING_BODY');
  const buyers = children(body).filter((e) => /^ADDRESS_CONTRACTING_BODY/.test(localName(e.name)));
  return defined({
    title: text(first(contract, 'TITLE')) ?? '',
    description: text(first(contract, 'SHORT_DESCR')) ?? text(first(modified, 'SHORT_DESCR')),
    cpv: mainCpv(contract),
    cpvAdditional: unique([...additionalCpv(contract), ...contracts.slice(1).map(mainCpv)]).filter((code) => code !== mainCpv(contract)),
    nature: natureOf(attribute(first(contract, 'TYPE_CONTRACT'), 'CTYPE')),
    places: placesOf(modified),
    value: readMoney(text(value), attribute(value, 'CURRENCY'), value ? localName(value.name) : '', context.remarks),
    lots,
    results: resultsOf(form, lots, context),
    buyers: buyers.flatMap((b): Party | [] => partyOf(b) ?? []),
    awardCriteria: [],
  });
}

/** The coded data repeats every form's last day as "20210714 12:00". What it is for follows from the procedure. */
function deadlineOf(form: Element, coded: Element | undefined, formType: Notice['formType'], { remarks, zone }: LegacyContext): Notice['deadline'] {
  const [date, time] = text(first(coded, 'CODIF_DATA/DT_DATE_FOR_SUBMISSION'))?.split(' ') ?? [text(descendants(form, 'DATE_RECEIPT_TENDERS')[0])];
  const clock = time ?? text(descendants(form, 'TIME_RECEIPT_TENDERS')[0]);
  const at = readDeadline({ date, time: clock?.padStart(5, '0'), zone, place: 'deadline' }, remarks);
  if (!at) return undefined;
  const procedure = first(form, 'PROCEDURE');
  const inSteps = ['PT_RESTRICTED', 'PT_COMPETITIVE_NEGOTIATION', 'PT_NEGOTIATED_WITH_PRIOR_CALL', 'PT_COMPETITIVE_DIALOGUE', 'PT_INNOVATION_PARTNERSHIP'];
  if (formType === 'planning' || /CALL_COMPETITION/.test(attribute(first(form, 'NOTICE'), 'TYPE') ?? '')) return { for: 'interest', at };
  const isTwoStep = inSteps.some((name) => first(procedure, name)) || descendants(form, 'PT_NEGOTIATED_CHOICE', 'PT_RESTRICTED_CHOICE').length > 0;
  return { for: isTwoStep ? 'requests' : 'tenders', at };
}

function firstSentence(description: string | undefined): string | undefined {
  const line = description?.split('\n')[0];
  return line && line.length > 120 ? `${line.slice(0, 119).trimEnd()}…` : line;
}
