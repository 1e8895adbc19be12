import { basename, extname, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { InputError, type Money } from '@asf-match/domain';
import { checkDraft, compareDrafts, type DraftCheck } from '@asf-match/market';
import { draftCheckHtml, draftCheckText, draftComparisonHtml, draftComparisonText, toJson } from '@asf-match/reports';
import { draftText } from '@asf-match/sources';
import { loadBarriers } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readInput } from '../files.ts';
import { writeWhole } from '../output-folder.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { VERSION } from '../version.ts';
import { now } from '../with-store.ts';

type Options = GlobalOptions & { args: [string]; value?: string; compare?: string; out?: string; json?: boolean };

/** Checks a draft, or what changed since an earlier one. A file of another kind than text, DOCX and PDF is refused. */
export async function run(options: Options): Promise<ExitCode> {
  const barriers = await loadBarriers(settingsOf(options).data);
  const value = readValue(options.value);
  const check = async (file: string): Promise<DraftCheck> => {
    const bytes = file === '-' ? new Uint8Array(await buffer(process.stdin)) : await readInput(file);
    const name = file === '-' ? 'inklistrad text' : file;
    return checkDraft(await draftText(bytes, name), barriers, { file: name, madeOn: now().slice(0, 10), version: VERSION, ...(value && { value }) });
  };
  const [file] = options.args;
  const checked = await check(file);
  const comparison = options.compare === undefined ? undefined : compareDrafts(await check(options.compare), checked);
  if (options.out) {
    const name = `utkastkontroll-${plainName(file)}.html`;
    await writeWhole(resolve(options.out), name, comparison ? draftComparisonHtml(comparison) : draftCheckHtml(checked));
    process.stderr.write(`Open ${resolve(options.out, name)}\n`);
  }
  if (options.json) process.stdout.write(toJson(comparison ?? checked));
  else process.stdout.write(comparison ? draftComparisonText(comparison) : draftCheckText(checked));
  return EXIT.done;
}

const plainName = (file: string): string =>
  (file === '-' ? 'text' : basename(file, extname(file)))
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-+|-+$/g, '') || 'utkast';

/** "2 000 000", "2000000 kr" */
function readValue(written: string | undefined): Money | undefined {
  if (written === undefined) return undefined;
  const amount = Number(written.replace(/\s|kr$/gi, '').replace(',', '.'));
  if (Number.isFinite(amount) && amount > 0) return { amount, currency: 'SEK' };
  throw new InputError({ key: 'draft.value', message: `${written} is no amount.`, remedy: 'Write digits, e.g. --value 1250000.' });
}
