import { benchAlerts } from './alerts.ts';
import { benchCalibration } from './calibration.ts';
import { benchCompounds } from './compounds.ts';
import { benchCpv } from './cpv.ts';
import { benchErrors } from './errors.ts';
import { benchFields } from './fields.ts';
import { benchFit } from './fit.ts';
import { benchOwn } from './own.ts';
import { benchPeers } from './peers.ts';
import { benchQuality } from './quality.ts';
import { benchReports } from './reports.ts';
import { benchRobustness } from './robustness.ts';
import { benchScanCycles } from './scan-cycles.ts';
import { benchScanDays } from './scan-days.ts';
import { benchSpeed } from './speed.ts';
import { benchStartUp } from './start-up.ts';
import { benchXml } from './xml.ts';

type Parts = Readonly<Record<string, () => void | Promise<void>>>;

const PARTS: Parts = {
  xml: benchXml,
  'start-up': benchStartUp,
  quality: benchQuality,
  fields: benchFields,
  own: benchOwn,
  compounds: benchCompounds,
  cpv: benchCpv,
  peers: benchPeers,
  calibration: benchCalibration,
  fit: benchFit,
  robustness: benchRobustness,
  speed: benchSpeed,
  alerts: benchAlerts,
  reports: benchReports,
  'scan-days': benchScanDays,
  'scan-cycles': benchScanCycles,
};

/** Long lists for whoever improves the engine, only when they are asked for by name or with BENCH=errors. */
const ON_REQUEST: Parts = { errors: benchErrors };

/** `pnpm bench`: every figure of BENCHMARKS.md, beside its peer, in one run; `pnpm bench quality peers` runs these parts only. */
const all: Parts = { ...PARTS, ...ON_REQUEST };
const asked = [...process.argv.slice(2), ...(process.env.BENCH?.split(',') ?? [])];
const unknown = asked.filter((name) => !Object.hasOwn(all, name));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(', ')}. The parts are ${Object.keys(all).join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(asked.length > 0 ? all : PARTS)) if (asked.length === 0 || asked.includes(name)) await run();
