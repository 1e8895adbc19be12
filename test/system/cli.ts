import { type ChildProcess, spawn } from 'node:child_process';

const MAIN = 'workers/scan/src/main.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly milliseconds: number;
}

export const startCli = (args: readonly string[]): ChildProcess => spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

/** Runs `asf-match` as a process of its own, as a user does. */
export async function asfMatch(...args: readonly string[]): Promise<Ran> {
  const started = performance.now();
  const child = startCli(args);
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk) => out.push(chunk));
  child.stderr?.on('data', (chunk) => err.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString(), milliseconds: performance.now() - started };
}
