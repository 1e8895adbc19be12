import { parseTedNotice } from '@asf-match/sources';
import { eformsNotice } from '../system/eforms.ts';

/** A process of its own, so that its peak memory is that of one 40 MB notice and of nothing else. */
const description = 'Städning av kontor, trapphus och förskolor i hela staden. '.repeat(40);
const notice = Buffer.from(eformsNotice({ number: 1, description, lots: 16_000 }));
const before = process.resourceUsage().maxRSS / 1024;
const start = performance.now();
const lots = parseTedNotice(notice, 'large.xml').notice.lots.length;
const seconds = (performance.now() - start) / 1000;
const peak = process.resourceUsage().maxRSS / 1024;
console.log(
  `one notice of ${(notice.length / 1e6).toFixed(0)} MB with ${lots} lots: ${seconds.toFixed(1)} s, peak memory ${peak.toFixed(0)} MB (${before.toFixed(0)} MB before)`,
);
