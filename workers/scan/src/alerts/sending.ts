import { dirname } from 'node:path';
import type { Store } from '@asf-match/store';
import { loadBarriers, loadReferenceData } from '../data.ts';
import { loadRegister } from '../inputs.ts';
import type { Settings } from '../settings.ts';
import { now } from '../with-store.ts';
import { type Composer, createComposer } from './compose.ts';
import { type DeliveryCounts, deliverDue } from './deliver.ts';
import { loadLinkKeys } from './link-keys.ts';
import { mailSettings } from './mail-settings.ts';
import { createMailer } from './mailer.ts';
import { createLinkSigner, type LinkSigner } from './signed-links.ts';

/** What composing mails and pages needs, from the settings of the command line and the environment. */
export async function openComposer(store: Store, settings: Settings): Promise<{ readonly composer: Composer; readonly links: LinkSigner }> {
  const [reference, barriers] = await Promise.all([loadReferenceData(settings.data), loadBarriers(settings.data)]);
  const { organisations } = await loadRegister(store, undefined, settings.data, reference);
  const links = createLinkSigner(await loadLinkKeys(dirname(settings.database)));
  const composer = await createComposer({ store, reference, organisations, barriers, links, publicUrl: mailSettings().ASF_PUBLIC_URL, clock: now });
  return { composer, links };
}

/** Sends everything that is due, as the environment's settings say. @throws InputError when no mail server is set. */
export async function sendDue(store: Store, settings: Settings, signal?: AbortSignal): Promise<DeliveryCounts> {
  const mail = mailSettings();
  const [mailer, { composer }] = [await createMailer(mail), await openComposer(store, settings)];
  try {
    return await deliverDue(store, {
      ...{ mailer, compose: composer.mail, clock: now, leaseSeconds: mail.ASF_MAIL_LEASE_SECONDS, perSecond: mail.ASF_MAIL_PER_SECOND },
      ...{ connections: mail.ASF_MAIL_CONNECTIONS, ...(signal && { signal }) },
    });
  } finally {
    mailer.close();
  }
}
