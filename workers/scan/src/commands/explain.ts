import { access } from 'node:fs/promises';
import { extname } from 'node:path';
import { InputError, type Notice, type Organisation, type Subject, subjectOfNotice } from '@asf-match/domain';
import { explainMatch } from '@asf-match/market';
import { createMatcher } from '@asf-match/matching';
import { explanationText, toJson } from '@asf-match/reports';
import { parseTedNotice, readNoticeLines, readProfileLines } from '@asf-match/sources';
import type { Store } from '@asf-match/store';
import { loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { loadRegister } from '../inputs.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

type Options = GlobalOptions & { notice: string; notices?: string; profile: string; profiles?: string; register?: string; json?: boolean };

/** Prints why a notice and an organisation fit or do not: all reasons with their weights, and what a near miss lacks. */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const { taxonomy, municipalities, ...reference } = await loadReferenceData(settings.data);
  return withStore(settings, async (store) => {
    const notice = await findNotice(options, store);
    const organisations = options.profiles
      ? readProfileLines(await readInput(options.profiles), options.profiles, now().slice(0, 10)).organisations
      : (await loadRegister(store, options.register, settings.data, { taxonomy, municipalities, ...reference })).organisations;
    const organisation = findOrganisation(organisations, options.profile);
    const matcher = createMatcher({ taxonomy, municipalities, organisations });
    const subject: Subject = subjectOfNotice(notice);
    const match = matcher.explain(subject, organisation);
    if (!match) {
      const why =
        organisation.status === 'closed'
          ? 'Verksamheten är stängd i registret.'
          : 'Inget i inköpet har med verksamheten att göra: inget gemensamt fält och inga gemensamma ord.';
      process.stdout.write(options.json ? toJson({ purchase: notice.title, organisation: organisation.name, probability: 0, missing: [why] }) : `${why}\n`);
      return EXIT.done;
    }
    const explanation = explainMatch({
      ...{ purchase: notice.title, organisation: organisation.name, match },
      asked: matcher.classifier.classifySubject(subject),
      offered: matcher.classifier.classifyOffers(organisation.offers),
      labelOf: (field) => taxonomy.byId.get(field)?.labelSv ?? field,
    });
    process.stdout.write(options.json ? toJson(explanation) : explanationText(explanation));
    return EXIT.done;
  });
}

async function findNotice({ notice: wanted, notices }: Options, store: Store): Promise<Notice> {
  if (notices) return oneOf(readNoticeLines(await readInput(notices), notices).notices, wanted, notices);
  const isFile = await access(wanted).then(
    () => true,
    () => false,
  );
  if (isFile) return noticeInFile(await readInput(wanted), wanted);
  const stored = (await store.notices.get(wanted)) ?? (await store.notices.list()).find((n) => n.id === wanted);
  if (stored) return stored;
  throw new InputError({
    ...{ key: 'explain.unknown-notice', message: `${wanted} is neither a file nor a notice that is stored.` },
    remedy: 'Give a file, a notice’s number, or --notices with the file that it is in.',
  });
}

function noticeInFile(bytes: Uint8Array, file: string): Notice {
  if (extname(file).toLowerCase() === '.xml') return parseTedNotice(bytes, file).notice;
  const { notices } = readNoticeLines(bytes, file);
  if (notices.length === 1) return notices[0] as Notice;
  throw new InputError({
    ...{ key: 'explain.which-notice', file, message: `The file holds ${notices.length} notices.` },
    remedy: 'Name the file with --notices and the notice’s id with --notice.',
  });
}

function oneOf(notices: readonly Notice[], id: string, file: string): Notice {
  const found = notices.find((n) => n.id === id);
  if (found) return found;
  throw new InputError({ key: 'explain.unknown-notice', file, message: `There is no notice ${id}.`, remedy: 'Give an id that is in the file.' });
}

function findOrganisation(organisations: readonly Organisation[], wanted: string): Organisation {
  const plain = wanted.toLowerCase();
  const found = organisations.find((o) => o.id.toLowerCase() === plain) ?? organisations.find((o) => o.name.toLowerCase() === plain);
  if (found) return found;
  throw new InputError({
    ...{ key: 'explain.unknown-profile', message: `There is no organisation ${wanted} in the register.` },
    remedy: 'Give its organisation number, id or name, or --profiles with the file that it is in.',
  });
}
