import { toJson } from '@asf-match/reports';
import { mailDomainOf, mailSettings } from '../alerts/mail-settings.ts';
import { addSubscription } from '../alerts/new-subscription.ts';
import { loadReferenceData } from '../data.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadRegister } from '../inputs.ts';
import { type GlobalOptions, settingsOf } from '../settings.ts';
import { now, withStore } from '../with-store.ts';

interface Options extends GlobalOptions {
  readonly args: [string];
  readonly role: string;
  readonly organisation?: string;
  readonly field?: string[];
  readonly area?: string[];
  readonly what: string[];
  readonly rhythm: string;
  readonly threshold?: string;
  readonly never?: string[];
  readonly must?: string[];
  readonly json?: boolean;
}

/** Takes a subscription down and asks the owner of the address to confirm it. */
export async function run(options: Options): Promise<ExitCode> {
  const settings = settingsOf(options);
  const reference = await loadReferenceData(settings.data);
  const subscription = await withStore(settings, async (store) => {
    const register = await loadRegister(store, undefined, settings.data, reference);
    const wish = {
      ...{ address: options.args[0], role: options.role, fields: options.field ?? [], area: options.area ?? [], what: options.what, rhythm: options.rhythm },
      ...{ never: options.never ?? [], must: options.must ?? [] },
      ...(options.organisation && { organisation: options.organisation }),
      ...(options.threshold && { threshold: Number(options.threshold) }),
    };
    return addSubscription(store, wish, { reference, register, mailDomain: mailDomainOf(mailSettings()) }, now());
  });
  const { id, weekly } = subscription;
  if (options.json) process.stdout.write(toJson({ id, status: subscription.status, ...(weekly !== undefined && { weekly }) }));
  else {
    const estimate = weekly === undefined ? 'The archive holds no recent notices to count on.' : `About ${weekly} items a week, counted on the archive.`;
    process.stdout.write(`Subscription ${id} waits for confirmation. ${estimate}\nThe mail that asks for it is sent by asf-match deliver.\n`);
  }
  return EXIT.done;
}
