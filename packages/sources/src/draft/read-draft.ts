import { basename, extname } from 'node:path';
import type { Need } from '@asf-match/domain';
import { references } from '@asf-match/swedish';
import { withoutContacts } from '../contacts/without-contacts.ts';
import { slug } from '../register/identity.ts';
import { draftText } from './draft-text.ts';

const LONGEST_TITLE = 200;

/**
 * Reads a draft document (TXT, MD, DOCX, PDF) as a Need: its first line is the title, all of its text the description; CPV codes that it names are its codes.
 * @throws InputError as `draftText`
 */
export async function readDraft(bytes: Uint8Array, file: string): Promise<Need> {
  const text = withoutContacts((await draftText(bytes, file)).text.trim()).text;
  const line =
    text
      .split('\n')
      .map((l) => l.replace(/^#+\s*/, '').trim())
      .find(Boolean) ?? file;
  return {
    id: slug(basename(file, extname(file))),
    title: line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : line,
    description: text,
    cpv: [...new Set(references(text).flatMap((r) => (r.kind === 'cpv' ? [r.value] : [])))],
    places: [],
    origin: file,
    example: false,
  };
}
