import { access } from 'node:fs/promises';
import { InputError, type Need } from '@asf-match/domain';
import { readDraft } from '@asf-match/sources';
import type { Store } from '@asf-match/store';
import { readInput } from './files.ts';
import { loadPlan } from './inputs.ts';

/** @throws InputError when the word is neither a file nor a need of the plan, by id or reference */
export async function findNeed(wanted: string, store: Store, plan: string | undefined, data: string): Promise<{ readonly need: Need; readonly file?: string }> {
  const isFile = await access(wanted).then(
    () => true,
    () => false,
  );
  if (isFile) return { need: await readDraft(await readInput(wanted), wanted), file: wanted };
  const { needs } = await loadPlan(store, plan, data);
  const plain = wanted.toLowerCase();
  const need = needs.find((n) => n.id.toLowerCase() === plain || n.reference?.toLowerCase() === plain);
  if (need) return { need };
  throw new InputError({
    ...{ key: 'report.unknown-need', message: `${wanted} is neither a file nor a need of the plan.` },
    remedy: `The plan has: ${needs.map((n) => n.id).join(', ') || 'no needs'}.`,
  });
}
