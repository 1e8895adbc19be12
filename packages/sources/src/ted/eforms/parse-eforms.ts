import { formTypeSchema, InputError, type Notice, type Party } from '@asf-match/domain';
import type { Element } from 'domhandler';
import { all, attribute, first, localName, text } from '../../xml/walk.ts';
import { languageCode, zoneOf } from '../countries.ts';
import { readPublished } from '../dates.ts';
import { defined, unique } from '../defined.ts';
import { noticePage, publicationNumber } from '../publication-number.ts';
import type { Remarks } from '../remarks.ts';
import type { EformsContext } from './context.ts';
import { readLots, reservationsOf } from './lots.ts';
import { readOrganizations } from './organizations.ts';
import { extensionOf, readProject } from './project.ts';
import { readResults } from './results.ts';
import { readingLanguage, textReader } from './texts.ts';

/**
 * A notice in eForms (Implementing Regulation (EU) 2019/1780, UBL 2.3, SDK 1.x): planning, competition, direct award
 * prenotification, result, contract modification and completion. Elements are found by local name and codes by list
 * name, since prefixes and SDK versions mix within one day.
 * @throws InputError `ted.no-id`, `ted.unknown-form`, `ted.no-title`
 */
export function parseEforms(root: Element, remarks: Remarks): Notice {
  const { file } = remarks;
  const extension = extensionOf(root);
  const id = text(first(root, 'ID'));
  if (!id) throw refuse(file, 'ted.no-id', 'The notice has no identifier (BT-701).');
  const typeCode = first(root, 'NoticeTypeCode');
  const formType = formTypeSchema.safeParse(attribute(typeCode, 'listName'));
  if (!formType.success) throw refuse(file, 'ted.unknown-form', `The form type ${attribute(typeCode, 'listName') ?? '(none)'} is not known.`);

  const main = text(first(root, 'NoticeLanguageCode')) ?? 'ENG';
  const language = readingLanguage(root, main);
  const read = textReader(language, main);
  const organizations = readOrganizations(extension, read);
  const buyers = unique(all(root, 'ContractingParty/Party/PartyIdentification/ID').map((e) => text(e))).flatMap((org) => organizations.get(org) ?? []);
  const country = buyers[0]?.country;
  const context: EformsContext = { remarks, zone: zoneOf(country), read };

  const lots = readLots(root, context);
  const project = readProject(first(root, 'ProcurementProject'), 'procedure', context);
  const title = project.title || lots.find((lot) => lot.title)?.title;
  if (!title) throw refuse(file, 'ted.no-title', 'Neither the notice nor any of its lots has a title.');
  const own = reservationsOf(first(root, 'TenderingTerms'));
  const publication = publicationNumber(text(first(extension, 'Publication/NoticePublicationID')));
  const changed = text(first(extension, 'Changes/ChangedNoticeIdentifier'));
  const deadlines = lots.flatMap((lot) => lot.deadline ?? []);
  const earlier = text(all(root, 'ProcurementProjectLot/TenderingProcess/NoticeDocumentReference/ID')[0]);

  return defined({
    source: 'ted',
    id,
    version: text(first(root, 'VersionID')) ?? '01',
    procedureId: text(first(root, 'ContractFolderID')) ?? id,
    publicationNumber: publication,
    published: readPublished(text(first(extension, 'Publication/PublicationDate')) ?? text(first(root, 'IssueDate')), remarks),
    url: publication && noticePage(publication),
    format: `eForms ${localName(root.name)} ${text(first(root, 'CustomizationID')) ?? ''}`.trim(),
    form: text(first(extension, 'NoticeSubType/SubTypeCode')),
    formType: formType.data,
    noticeType: text(typeCode),
    previous: changed ?? earlier,
    change: changeOf(extension, changed, read),
    reference: text(first(root, 'ProcurementProject/ID')),
    legalBasis: text(first(root, 'RegulatoryDomain')),
    procedure: text(first(root, 'TenderingProcess/ProcedureCode')),
    language: languageCode(language) ?? 'en',
    languages: unique([main, ...all(root, 'AdditionalNoticeLanguage/ID').map((e) => text(e))].map(languageCode)),
    country,
    buyers: buyers.map(({ size: _, ...party }): Party => party),
    ...project,
    title,
    deadline: deadlines.sort((a, b) => (a.at.instant < b.at.instant ? -1 : 1))[0],
    reservedParticipation: unique([...own.reservedParticipation, ...lots.flatMap((lot) => lot.reservedParticipation)]),
    reservedExecution: own.reservedExecution || lots.some((lot) => lot.reservedExecution),
    socialObjectives: unique([...project.socialObjectives, ...lots.flatMap((lot) => lot.socialObjectives)]),
    innovationObjectives: unique([...project.innovationObjectives, ...lots.flatMap((lot) => lot.innovationObjectives)]),
    awardCriteria: [],
    lots,
    results: readResults(extension, organizations, context),
  });
}

const refuse = (file: string, key: string, message: string): InputError =>
  new InputError({ key, file, message, remedy: 'Fetch the notice again from TED, or leave it out.' });

/** BG-9 (a change notice, which is the whole notice again) and BG-61/62 of a contract modification. */
function changeOf(extension: Element | undefined, of: string | undefined, read: EformsContext['read']): Notice['change'] {
  const group = first(extension, 'Changes') ?? first(extension, 'ContractModification');
  if (!group) return undefined;
  const changes = all(group, 'Change');
  return defined({
    of: of ?? text(first(group, 'ChangedNoticeIdentifier')),
    reason: text(first(group, 'ChangeReason/ReasonCode')),
    description: changes.flatMap((change) => read(change, 'ChangeDescription') ?? []).join('\n') || undefined,
  });
}
