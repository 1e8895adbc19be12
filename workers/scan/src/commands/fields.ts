import { resolve } from 'node:path';
import { InputError, problemLine, type RegisterSnapshot } from '@asf-match/domain';
import { type FieldMonitor, monitorFields } from '@asf-match/market';
import { fieldMonitorHtml, toJson } from '@asf-match/reports';
import type { Store } from '@asf-match/store';
import { loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadRegister } from '../inputs.ts';
import { writeWhole } from '../output-folder.ts';
import { registerRows } from '../register-rows.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { VERSION } from '../version.ts';
import { now, withStore } from '../with-store.ts';

type Options = GlobalOptions & { register?: string; since?: string; out?: string; json?: boolean };
const MOST_PLACES = 6;

/** Shows which fields the register's ASF work in, where, and what has changed since the last look. */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const reference = await loadReferenceData(settings.data);
  const { monitor, problems } = await withStore(settings, async (store) => {
    const register = await loadRegister(store, options.register, settings.data, reference);
    const before = register.origin === 'example' ? undefined : await earlierLook(store, options.since, register.origin === 'imported');
    const rows = registerRows(register.organisations, reference);
    const today = now().slice(0, 10);
    const found = monitorFields({ rows, before, taxonomy: reference.taxonomy, example: register.origin === 'example', today, version: VERSION });
    return { monitor: found, problems: register.problems };
  });
  for (const problem of problems) process.stderr.write(`${problemLine(problem)}\n`);
  if (options.out) {
    await writeWhole(resolve(options.out), 'omvarldsbevakning.html', fieldMonitorHtml(monitor));
    await writeWhole(resolve(options.out), 'omvarldsbevakning.json', toJson(monitor));
  }
  process.stdout.write(options.json ? toJson(monitor) : textOf(monitor));
  if (options.out && !options.json) process.stdout.write(`Open ${resolve(options.out, 'omvarldsbevakning.html')}\n`);
  return problems.length > 0 ? EXIT.someRefused : EXIT.done;
}

/**
 * What the register is compared with: the look that held on a day, else the one before the latest import, which is what
 * the imported register is; a register from a file is compared with the latest.
 */
async function earlierLook(store: Store, since: string | undefined, isLatest: boolean): Promise<RegisterSnapshot | undefined> {
  const taken = await store.snapshots.list();
  if (since === undefined) return store.snapshots.get(taken.at(isLatest ? -2 : -1) ?? '');
  if (!/^\d{4}-\d\d-\d\d$/.test(since)) {
    throw new InputError({ key: 'fields.since', message: `--since wants a day, not ${since}.`, remedy: 'Write it as 2026-01-31.' });
  }
  const held = taken.filter((instant) => instant.slice(0, 10) <= since).at(-1);
  if (held) return store.snapshots.get(held);
  throw new InputError({
    ...{ key: 'fields.no-snapshot', message: `No register was stored on ${since} or earlier.` },
    remedy: taken[0] ? `The first is of ${taken[0].slice(0, 10)}.` : 'Import a register first.',
  });
}

function textOf({ register, fields, since, old }: FieldMonitor): string {
  const changed = (kind: string): number => since?.changes.filter((c) => c.kind === kind).length ?? 0;
  return [
    `${register.open} öppna ASF, ${register.old} uppgifter äldre än tolv månader, ${register.closed} stängda.`,
    ...fields.map((f) => `${f.label}: ${f.count} (${placesText(f.places)})${f.old > 0 ? `, ${f.old} gamla` : ''}`),
    since
      ? `Sedan ${since.taken.slice(0, 10)}: ${changed('new')} nya, ${changed('changed')} ändrade, ${changed('closed')} stängda, ${changed('reopened')} öppna igen, ${changed('gone')} inte längre i registret.`
      : 'Det finns ingen tidigare inläsning att jämföra med.',
    ...(since?.changes ?? [])
      .filter((c) => c.kind !== 'confirmed')
      .map((c) => `  ${c.kind === 'new' ? '+' : c.kind === 'changed' ? '~' : '−'} ${c.name}${c.what.length > 0 ? ` (${c.what.join(', ')})` : ''}`),
    old.length > 0 ? `Äldst: ${old[0]?.name}, ${old[0]?.seen}.` : '',
  ]
    .filter(Boolean)
    .map((line) => `${line}\n`)
    .join('');
}

function placesText(places: FieldMonitor['fields'][number]['places']): string {
  const shown = places.slice(0, MOST_PLACES).map((p) => `${p.name} ${p.count}`);
  return places.length > MOST_PLACES ? `${shown.join(', ')} och ${places.length - MOST_PLACES} till` : shown.join(', ');
}
