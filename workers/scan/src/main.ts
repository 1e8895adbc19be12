#!/usr/bin/env -S node --max-semi-space-size=8
import { enableCompileCache } from 'node:module';

enableCompileCache();
// A reader that stops early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
const { runCli } = await import('./cli.ts');
process.exitCode = await runCli(process.argv.slice(2));
