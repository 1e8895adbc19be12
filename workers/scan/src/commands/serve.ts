import { dirname } from 'node:path';
import { loadHolidays } from '../alerts/holidays.ts';
import { loadLinkKeys } from '../alerts/link-keys.ts';
import { mailDomainOf, mailSettings } from '../alerts/mail-settings.ts';
import { openComposer } from '../alerts/sending.ts';
import { createLinkSigner } from '../alerts/signed-links.ts';
import { loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { startServer } from '../serve/start-server.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { VERSION } from '../version.ts';
import { now, withStore } from '../with-store.ts';

/** Answers the pages that mails link to, until it is told to stop (SIGTERM, SIGINT). */
export async function run(options: GlobalOptions & { host: string; port: string; trustProxy?: boolean }): Promise<ExitCode> {
  const settings = settingsOf(options);
  const mail = mailSettings();
  const [reference, isHoliday, keys] = [await loadReferenceData(settings.data), await loadHolidays(), await loadLinkKeys(dirname(settings.database))];
  return withStore(settings, async (store) => {
    const { composer } = await openComposer(store, settings);
    const server = await startServer(
      {
        ...{ store, composer, links: createLinkSigner(keys), reference, isHoliday, publicUrl: mail.ASF_PUBLIC_URL, mailDomain: mailDomainOf(mail), clock: now },
        frame: () => ({ today: now().slice(0, 10), version: VERSION }),
        trustProxy: options.trustProxy ?? false,
      },
      options.host,
      Number(options.port),
    );
    process.stdout.write(`Listening on http://${options.host}:${server.port}\n`);
    await new Promise((resolve) => process.once('SIGTERM', resolve).once('SIGINT', resolve));
    await server.close();
    return EXIT.done;
  });
}
