import { benchPeers } from './peers.ts';
import { benchQuality } from './quality.ts';
import { benchRobustness } from './robustness.ts';
import { benchStartUp } from './start-up.ts';
import { benchXml } from './xml.ts';

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  xml: benchXml,
  'start-up': benchStartUp,
  quality: benchQuality,
  peers: benchPeers,
  robustness: benchRobustness,
};

/** `pnpm bench`: every figure of BENCHMARKS.md, beside its peer, in one run; `pnpm bench quality peers` runs these parts only. */
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(', ')}. The parts are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) await run();
