import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError, type Notice } from '@asf-match/domain';
import { parseTedNotice } from '@asf-match/sources';
import { shared } from '../corpus/shared.ts';

/** The real TED notices, read; none when the corpus is not on this machine. Files that are refused are left out. */
export function tedNotices(): Notice[] {
  const folder = shared('corpus/ted');
  if (!folder) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.xml'));
  return files.flatMap((name) => {
    try {
      return [parseTedNotice(readFileSync(join(folder, name)), name).notice];
    } catch (error) {
      if (error instanceof InputError) return [];
      throw error;
    }
  });
}
