import { benchQuality } from './quality.ts';
import { benchStartUp } from './start-up.ts';
import { benchXml } from './xml.ts';

/** `pnpm bench`: every figure of BENCHMARKS.md, beside its peer, in one run. */
benchXml();
benchStartUp();
benchQuality();
