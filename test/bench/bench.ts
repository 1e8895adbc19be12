import { benchQuality } from './quality.ts';
import { benchXml } from './xml.ts';

/** `pnpm bench`: every figure of BENCHMARKS.md, beside its peer, in one run. */
benchXml();
benchQuality();
