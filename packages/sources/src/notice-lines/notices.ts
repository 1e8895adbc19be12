import { type Notice, type Problem, readCpvCode } from '@asf-match/domain';
import { z } from 'zod';
import { noticeWithoutContacts } from '../contacts/notice-without-contacts.ts';
import { readJsonLines } from './read-lines.ts';

const optionalText = z.string().nullish();
const lineSchema = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  buyer: optionalText,
  cpv: z.array(z.string()).nullish(),
  place: optionalText,
  description: optionalText,
  lots: z.array(z.object({ title: optionalText, description: optionalText })).nullish(),
});

const NOTHING_MORE = { reservedParticipation: [], reservedExecution: false, socialObjectives: [], innovationObjectives: [], awardCriteria: [] };

/**
 * Notices from JSON lines `{id, title, buyer, cpv[], place, description, lots[{title, description}]}`: the first code is
 * the main one. What such a line does not say is absent in the Notice.
 */
export function readNoticeLines(bytes: Uint8Array, file: string): { readonly notices: readonly Notice[]; readonly problems: readonly Problem[] } {
  const { rows, problems } = readJsonLines(bytes, file, lineSchema);
  const notices = rows.map(({ value }): Notice => {
    const [cpv, ...cpvAdditional] = (value.cpv ?? []).flatMap((code) => readCpvCode(code) ?? []);
    return noticeWithoutContacts({
      ...NOTHING_MORE,
      source: 'file',
      id: value.id,
      version: '01',
      procedureId: value.id,
      format: 'JSON lines',
      formType: 'competition',
      language: 'sv',
      languages: ['sv'],
      title: value.title,
      ...(value.description && { description: value.description }),
      ...(cpv && { cpv }),
      cpvAdditional,
      buyers: value.buyer ? [{ name: value.buyer }] : [],
      places: value.place ? [{ name: value.place }] : [],
      lots: (value.lots ?? []).map((lot, index) => ({
        ...NOTHING_MORE,
        id: String(index + 1),
        ...(lot.title && { title: lot.title }),
        ...(lot.description && { description: lot.description }),
        cpvAdditional: [],
        places: [],
      })),
      results: [],
    });
  });
  return { notices, problems };
}
