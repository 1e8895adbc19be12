import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@asf-match/domain';
import { parseTedNotice } from '@asf-match/sources';
import { XMLParser } from 'fast-xml-parser';
import { shared } from '../corpus/shared.ts';
import { median, timed } from './median.ts';

const RUNS = 7;

/** Reads every notice of the corpus into domain notices, beside fast-xml-parser which only makes objects of them. Alternating runs, medians. */
export function benchXml(): void {
  const folder = shared('corpus/ted');
  if (!folder) {
    console.log('xml: skipped, the corpus is not on this machine');
    return;
  }
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const megabytes = files.reduce((sum, f) => sum + f.bytes.length, 0) / 1e6;
  const peer = new XMLParser({ ignoreAttributes: false, removeNSPrefix: true });

  const ours = (): void => {
    for (const { name, bytes } of files) {
      try {
        parseTedNotice(bytes, name);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
    }
  };
  const theirs = (): void => {
    for (const { bytes } of files) peer.parse(bytes.toString('utf8'));
  };
  ours();
  theirs();
  const times = Array.from({ length: RUNS }, () => ({ ours: timed(ours), theirs: timed(theirs) }));
  const speed = (milliseconds: number): string => (megabytes / (milliseconds / 1000)).toFixed(1);
  const mine = median(times.map((t) => t.ours));
  const other = median(times.map((t) => t.theirs));
  const ratio = median(times.map((t) => t.theirs / t.ours));
  console.log(`xml: ${files.length} files, ${megabytes.toFixed(1)} MB, median of ${RUNS} alternating runs`);
  console.log(`  asf-match, to domain notices   ${speed(mine)} MB/s`);
  console.log(`  fast-xml-parser, to objects    ${speed(other)} MB/s   (asf-match is ${ratio.toFixed(2)} times as fast)`);
  console.log(`  ${execFileSync(process.execPath, [join(import.meta.dirname, 'xml-large.ts')], { encoding: 'utf8' }).trim()}`);
}
