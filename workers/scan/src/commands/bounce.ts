import { problemLine } from '@asf-match/domain';
import { readMailReport } from '../alerts/mail-report.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { filesUnder, readInput } from '../files.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

/** Reads what came back to the sender's mailbox: addresses that bounced for good, or whose owner complained, get no more. */
export async function run(options: GlobalOptions & { args: [string[]] }): Promise<ExitCode> {
  const files = await filesUnder(options.args[0], ['.eml', '.msg', '.txt']);
  const counts = { bounced: 0, complained: 0, other: 0, unknown: 0 };
  await withStore(settingsOf(options), async (store) => {
    for (const file of files) {
      const { kind, address, note } = await readMailReport(await readInput(file));
      const recipient = address ? await store.recipients.find(address).catch(() => undefined) : undefined;
      if (kind === 'other') counts.other++;
      else if (!recipient) {
        counts.unknown++;
        process.stderr.write(
          `${problemLine({ key: 'bounce.unknown', file, message: 'The report is about an address that gets no mail from us.', remedy: 'Nothing to do.' })}\n`,
        );
      } else {
        counts[kind]++;
        await store.recipients.setState(recipient.id, kind, note, now());
        if (kind === 'complained') for (const { id } of await store.subscriptions.ofRecipient(recipient.id)) await store.subscriptions.stop(id, now());
      }
    }
  });
  process.stdout.write(
    `${counts.bounced} addresses bounced, ${counts.complained} complained; ${counts.other} other mails, ${counts.unknown} about addresses not known.\n`,
  );
  return EXIT.done;
}
