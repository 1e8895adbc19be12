import { resolve } from 'node:path';
import { problemLine, subjectOfNeed } from '@asf-match/domain';
import { dialoguePack, fieldsOfReport } from '@asf-match/market';
import { dialogueDocx, dialogueXlsx, toJson } from '@asf-match/reports';
import { loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { findNeed } from '../find-need.ts';
import { loadRegister } from '../inputs.ts';
import { createMarketContext } from '../market-context.ts';
import { writeWhole } from '../output-folder.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

type Options = GlobalOptions & { args: [string]; register?: string; plan?: string; out: string; json?: boolean };

/** Writes the dialogue pack of one need: invitation, questions and log as DOCX, the log as XLSX. Nothing is sent to anybody. */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const reference = await loadReferenceData(settings.data);
  return withStore(settings, async (store) => {
    const register = await loadRegister(store, options.register, settings.data, reference);
    const { need } = await findNeed(options.args[0], store, options.plan, settings.data);
    for (const problem of register.problems) process.stderr.write(`${problemLine(problem)}\n`);
    const { matcher, reportOn } = await createMarketContext(store, reference, register, now().slice(0, 10));
    const pack = dialoguePack(await reportOn(need), {
      need,
      fields: fieldsOfReport(matcher.classifier.classifySubject(subjectOfNeed(need))).map((c) => c.field),
      organisations: register.organisations,
      fieldsOf: matcher.fieldsOf,
      labelOf: (field) => reference.taxonomy.byId.get(field)?.labelSv ?? field,
    });
    const folder = resolve(options.out);
    const name = `dialog-${need.id}`;
    await writeWhole(folder, `${name}.docx`, await dialogueDocx(pack));
    await writeWhole(folder, `${name}.xlsx`, await dialogueXlsx(pack));
    process.stdout.write(
      options.json
        ? toJson(pack)
        : `${pack.invited.length} verksamheter i ${pack.fields.length} fält får samma inbjudan.\nOpen ${resolve(folder, `${name}.docx`)} (also .xlsx). Nothing is sent.\n`,
    );
    return register.problems.length > 0 ? EXIT.someRefused : EXIT.done;
  });
}
