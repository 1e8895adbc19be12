import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { files, NAMES } from '../corpus/statistics-files.ts';
import { median, timed } from './median.ts';
import { printRow } from './print.ts';

const CLI = join(import.meta.dirname, '../../workers/scan/src/main.ts');
const RUNS = 3;
const GOAL_SECONDS = 2;

/** Five purchases of the city's labour market administration in 2021 and five of other kinds: title, CPV code, kronor. */
const NEEDS: readonly (readonly [title: string, cpv: string, value: string])[] = [
  ['Arbetsförberedande yrkesinriktade insatser samt yrkessvenska för Jobbtorg Stockholm', '79634000', '4 000 000'],
  ['Arbetsförberedande insats med yrkesinriktning för kvinnor långt ifrån arbetsmarknaden i ytterstaden', '80530000', '3 000 000'],
  ['Kompismatchning', '98000000', '600 000'],
  ['Fler vägar till uppsök av Stockholms unga', '85310000', '1 000 000'],
  ['Feriejobb under skollov', '98133100', '900 000'],
  ['Lokalvård av förskolor', '90910000', '2 000 000'],
  ['Flyttjänster och magasinering', '98392000', '1 500 000'],
  ['Tvätt av arbetskläder', '98310000', '700 000'],
  ['Drift av kafé i kulturhus', '55330000', '500 000'],
  ['Skötsel av grönytor', '77310000', '5 000 000'],
];

/** Match reports on a year's statistics, each in a process of its own, as HTML, DOCX, XLSX and JSON. */
export function benchReports(): void {
  if (files.length < NAMES.length) {
    console.log('reports: skipped, the statistics are not on this machine (ASF_SHARED)');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'asf-reports-'));
  const asfMatch = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, ['--max-semi-space-size=8', CLI, '--store', join(folder, 'store'), ...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  asfMatch('statistics', 'import', ...files);
  console.log(`reports: ten match reports in four formats, whole processes, median of ${RUNS} runs`);
  for (const [title, cpv, value] of NEEDS) {
    const draft = join(folder, 'behov.md');
    writeFileSync(draft, `# ${title}\n\nBehovet gäller ${title}.\n\nCPV ${cpv}. Uppskattat värde ${value} kr.\n`);
    const seconds = median(Array.from({ length: RUNS }, () => timed(() => asfMatch('report', draft, '--out', folder)))) / 1000;
    printRow(title.slice(0, 40), [`${seconds.toFixed(2)} s`, `< ${GOAL_SECONDS} s`, seconds < GOAL_SECONDS ? 'met' : 'NOT MET']);
  }
  rmSync(folder, { recursive: true });
}
