import { InputError, type Notice, noticeSchema, type Problem } from '@asf-match/domain';
import { Element } from 'domhandler';
import { noticeWithoutContacts } from '../contacts/notice-without-contacts.ts';
import { readXml } from '../xml/read-xml.ts';
import { localName } from '../xml/walk.ts';
import { parseEforms } from './eforms/parse-eforms.ts';
import { parseLegacy } from './legacy/parse-legacy.ts';
import { Remarks } from './remarks.ts';

/**
 * Branches that are never read, dropped while the file is read: contact persons and their numbers (privacy), the
 * translations and the link list (a third of an old notice), review bodies, and texts that no part of the product uses.
 */
const SKIPPED = new Set([
  ...['TRANSLATION_SECTION', 'TECHNICAL_SECTION', 'LINKS_SECTION', 'VALUES_LIST', 'LODGING_OF_APPEALS', 'REVIEW_PROCEDURE'],
  ...[
    'ADDRESS_REVIEW_BODY',
    'ADDRESS_REVIEW_INFO',
    'ADDRESS_MEDIATION_BODY',
    'ADDRESS_FURTHER_INFO',
    'ADDRESS_PARTICIPATION',
    'APPEAL_PROCEDURE_BODY_RESPONSIBLE',
  ],
  ...['E_MAIL', 'E_MAILS', 'PHONE', 'FAX', 'CONTACT_POINT', 'ATTENTION', 'CONTACT_DATA', 'MEMBER_NAME', 'PARTICIPANT_NAME'],
  ...['ECONOMIC_FINANCIAL_INFO', 'ECONOMIC_FINANCIAL_MIN_LEVEL', 'TECHNICAL_PROFESSIONAL_INFO', 'TECHNICAL_PROFESSIONAL_MIN_LEVEL', 'SUITABILITY'],
  ...['Contact', 'TouchPoint', 'UltimateBeneficialOwner', 'AppealTerms', 'AppealInformation', 'SelectionCriteria', 'CallForTendersDocumentReference'],
]);

const EFORMS_ROOTS = new Set(['PriorInformationNotice', 'ContractNotice', 'ContractAwardNotice', 'BusinessRegistrationInformationNotice']);

/**
 * Reads one notice of TED: old TED XML (R2.0.8, R2.0.9) or eForms.
 * @param file shown in messages
 * @returns the notice, and remarks on values that were left out because they cannot be meant.
 * @throws InputError `xml.*` (not well-formed or unsafe), `ted.*` (no notice, or not one that can be shown).
 */
export function parseTedNotice(bytes: Uint8Array, file: string): { readonly notice: Notice; readonly remarks: readonly Problem[] } {
  const document = readXml(bytes, file, { skip: SKIPPED });
  const root = document.children.find((node) => node instanceof Element);
  if (!root) throw unknownRoot(file, '(none)');
  const remarks = new Remarks(file);
  const name = localName(root.name);
  const notice = name === 'TED_EXPORT' ? parseLegacy(root, remarks) : EFORMS_ROOTS.has(name) ? parseEforms(root, remarks) : undefined;
  if (!notice) throw unknownRoot(file, name);
  const checked = noticeSchema.safeParse(notice);
  if (checked.success) return { notice: noticeWithoutContacts(checked.data), remarks: remarks.list };
  const [issue] = checked.error.issues;
  throw new InputError({
    ...{ key: 'ted.invalid', file, place: issue?.path.join('.') ?? '', message: `The notice has a value that cannot be right: ${issue?.message}.` },
    remedy: 'Look it up at TED, and report it if TED shows it right.',
  });
}

const unknownRoot = (file: string, name: string): InputError =>
  new InputError({ key: 'ted.unknown-root', file, message: `The element ${name} is not the start of a TED notice.`, remedy: 'Give TED XML or eForms files.' });
