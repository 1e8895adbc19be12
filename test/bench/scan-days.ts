import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dateOf, type Notice } from '@asf-match/domain';
import { startTedServer, tedConfiguration } from '../system/ted-server.ts';
import { tedNotices } from './ted-notices.ts';

const CLI = join(import.meta.dirname, '../../workers/scan/src/main.ts');
const DAYS = Number(process.env.ASF_DAYS ?? 10);
const A_DAY = 3000;

/** Ten days of 3,000 notices, real ones with other numbers, through fetch, archive, parse, store, classify and match with the example register. */
export async function benchScanDays(): Promise<void> {
  const corpus = tedNotices();
  if (corpus.length === 0) return console.log('scan-days: skipped, the notices are not on this machine (ASF_SHARED)');
  console.log(`scan-days: ${DAYS} days of ${A_DAY} notices, a process a day; the source answers without a pause`);
  console.log('  day   seconds   of it CPU   peak MB   database MB   ms a notice');
  const folder = mkdtempSync(join(tmpdir(), 'asf-days-'));
  let day = 0;
  const server = await startTedServer(A_DAY, 0, (n) => hitOf(corpus[n % corpus.length] as Notice, day * A_DAY + n));
  const config = join(folder, 'worker.json');
  writeFileSync(config, tedConfiguration(server));
  const rows: number[] = [];
  for (; day < DAYS; day++) {
    const { seconds, cpuSeconds, peakMegabytes, out } = await measured(['--store', join(folder, 'store'), '--config', config, 'scan', '--json']);
    const { matched } = JSON.parse(out) as { matched: { notices: number } };
    if (matched.notices !== A_DAY) throw new Error(`day ${day + 1}: ${matched.notices} notices were matched, not ${A_DAY}: ${out}`);
    rows.push(cpuSeconds);
    const size = statSync(join(folder, 'store/asf-match.sqlite')).size / 1e6;
    console.log(
      `  ${String(day + 1).padStart(3)}   ${seconds.toFixed(1).padStart(7)}   ${cpuSeconds.toFixed(1).padStart(9)}   ${peakMegabytes.toFixed(0).padStart(7)}   ${size.toFixed(0).padStart(11)}   ${((cpuSeconds * 1000) / A_DAY).toFixed(2).padStart(11)}`,
    );
  }
  console.log(`  the tenth day costs ${(((rows.at(-1) as number) / (rows[0] as number)) * 100).toFixed(0)} % of the first (CPU)`);
  await server.close();
  rmSync(folder, { recursive: true });
}

/** The notice as the search would give it, with a number of its own. */
function hitOf(notice: Notice, n: number): Record<string, unknown> {
  const deadline = new Date(Date.UTC(2027, 0, 1 + (n % 360))).toISOString().slice(0, 10);
  const language = notice.language === 'sv' ? 'swe' : 'eng';
  return {
    'publication-number': `${100_000 + n}-2026`,
    'notice-identifier': `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    'title-proc': { [language]: `${notice.title} ${n}` },
    'description-proc': { [language]: notice.description ?? '' },
    ...(notice.lots.length > 0 && { 'description-lot': { [language]: notice.lots.flatMap((l) => l.description ?? []) } }),
    'buyer-name': { [language]: notice.buyers.map((b) => b.name) },
    'buyer-country': ['SWE'],
    'place-of-performance': notice.places.flatMap((p) => ('nuts' in p && p.nuts ? [p.nuts] : [])),
    'publication-date': `${notice.published ? dateOf(notice.published).replace(/^\d{4}/, '2026') : '2026-11-20'}+01:00`,
    'deadline-receipt-tender-date-lot': [`${deadline}+01:00`],
    ...(notice.cpv && { 'main-classification-proc': [notice.cpv], 'classification-cpv': [notice.cpv, ...notice.cpvAdditional] }),
    'form-type': 'competition',
  };
}

/** Runs the command line as a process and reads what the kernel says of it. */
async function measured(args: readonly string[]): Promise<{ seconds: number; cpuSeconds: number; peakMegabytes: number; out: string }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=8', '--max-old-space-size=320', CLI, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let [peakMegabytes, cpuSeconds, out] = [0, 0, ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const look = (): void => {
    try {
      const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      // Fields 14 and 15 of stat are user and system time in hundredths of a second (proc(5)).
      const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
      peakMegabytes = Math.max(peakMegabytes, Number(peak ?? 0) / 1024);
      cpuSeconds = ((user ?? 0) + (system ?? 0)) / 100;
    } catch {
      // The process has ended.
    }
  };
  const looking = setInterval(look, 50);
  await new Promise((resolve) => child.on('close', resolve));
  clearInterval(looking);
  return { seconds: (performance.now() - started) / 1000, cpuSeconds, peakMegabytes, out };
}
