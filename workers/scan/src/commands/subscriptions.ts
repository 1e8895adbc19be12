import { toJson } from '@asf-match/reports';
import { profileInSwedish, rhythmInSwedish } from '../alerts/profile-words.ts';
import { openComposer } from '../alerts/sending.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { withStore } from '../with-store.ts';

/** Lists the subscriptions. Addresses are shown only when they are asked for. */
export async function run(options: GlobalOptions & { addresses?: boolean; json?: boolean }): Promise<ExitCode> {
  const settings = settingsOf(options);
  await withStore(settings, async (store) => {
    const [subscriptions, recipients, { composer }] = [await store.subscriptions.list(), await store.recipients.list(), await openComposer(store, settings)];
    const byId = new Map(recipients.map((r) => [r.id, r]));
    const rows = subscriptions.map((s) => {
      const recipient = byId.get(s.recipient);
      const { feed: _, ...shown } = s;
      return { ...shown, state: recipient?.state ?? 'erased', ...(options.addresses && recipient && { address: recipient.address }) };
    });
    if (options.json) process.stdout.write(toJson({ subscriptions: rows }));
    else
      for (const row of rows)
        process.stdout.write(
          `${[row.id, row.status, row.role, profileInSwedish(row as never, composer), rhythmInSwedish(row.rhythm), row.state, row.address ?? ''].join('\t').trim()}\n`,
        );
  });
  return EXIT.done;
}
