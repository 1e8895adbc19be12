import { readFile } from 'node:fs/promises';
import { InputError } from '@asf-match/domain';
import type { Mail } from '@asf-match/reports';
import { type MailSettings, mailDomainOf } from './mail-settings.ts';

/** One mail to one address. */
export interface OutgoingMail extends Mail {
  readonly to: string;
  readonly messageId: string;
  /** The page that stops it (RFC 2369), which a mail reader may post to by itself (RFC 8058). */
  readonly stop?: string;
}

/** What the mail server said. `later` may be tried again; `refused` may not; `server` is no answer about this mail at all. */
export type SendOutcome =
  | { readonly result: 'accepted' }
  | { readonly result: 'later' | 'server'; readonly error: string }
  | { readonly result: 'refused'; readonly error: string; readonly addressUnknown: boolean };

export interface Mailer {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  close(): void;
}

/** Longest waits, in milliseconds. */
const WAITS = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000, dnsTimeout: 10_000 };
const OVERALL = 120_000;

/** A pool of connections to the outgoing mail server. @throws InputError when none is set. */
export async function createMailer(settings: MailSettings, waits: Partial<typeof WAITS> = {}): Promise<Mailer> {
  const { ASF_SMTP_URL, ASF_MAIL_FROM: from, ASF_MAIL_CONNECTIONS, ASF_DKIM_SELECTOR, ASF_DKIM_KEY_FILE } = settings;
  if (!ASF_SMTP_URL) {
    throw new InputError({
      ...{ key: 'mail.no-server', place: 'ASF_SMTP_URL', message: 'No outgoing mail server is set, so nothing can be sent.' },
      remedy: 'Set ASF_SMTP_URL, e.g. smtps://user:password@mail.example.se. What is queued waits.',
    });
  }
  const [{ createTransport }, { hostname, port, protocol, username, password }] = [await import('nodemailer'), new URL(ASF_SMTP_URL)];
  const privateKey = ASF_DKIM_KEY_FILE && (await readFile(ASF_DKIM_KEY_FILE, 'utf8'));
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    ...{
      pool: true,
      host: hostname,
      port: Number(port) || (secure ? 465 : 587),
      secure,
      maxConnections: ASF_MAIL_CONNECTIONS,
      maxMessages: 200,
      ...WAITS,
      ...waits,
    },
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(privateKey && ASF_DKIM_SELECTOR && { dkim: { domainName: mailDomainOf(settings), keySelector: ASF_DKIM_SELECTOR, privateKey } }),
    // Nothing is ever read from a file or fetched for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    close: () => transport.close(),
    async send({ to, messageId, stop, subject, text, html }) {
      const sending = transport.sendMail({
        ...{ from, to: { name: '', address: to }, messageId, subject, text, html, textEncoding: 'quoted-printable' },
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(stop && { 'List-Unsubscribe': { prepared: true, value: `<${stop}>` }, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
        },
      });
      return Promise.race([
        sending.then(
          (): SendOutcome => ({ result: 'accepted' }),
          (error: SmtpError) => outcomeOf(error),
        ),
        new Promise<SendOutcome>((resolve) => setTimeout(resolve, OVERALL, { result: 'later', error: 'the mail server took too long' }).unref()),
      ]);
    },
  };
}

/** nodemailer's own errors, as its documentation describes them. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

/** Addresses in what a server says are not kept: the log holds none. */
const withoutAddresses = (text: string): string =>
  text
    .replace(/[^\s<>@]+@[^\s<>]+/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, 300);

/**
 * Reply codes as in RFC 5321, 4.2.1: 4yz may be tried again, 5yz may not. What was refused before any recipient was named
 * (greeting, log-in, sender) says nothing about this mail.
 */
function outcomeOf({ code, command, responseCode, response, message }: SmtpError): SendOutcome {
  const error = withoutAddresses(response ?? message);
  const aboutServer =
    command === 'CONN' || command === 'EHLO' || command === 'HELO' || command?.startsWith('AUTH') || command === 'STARTTLS' || command === 'MAIL FROM';
  if (aboutServer || code === 'EAUTH' || code === 'EDNS' || code === 'ETLS') return { result: 'server', error };
  if (responseCode && responseCode >= 500 && responseCode < 600) {
    // 550, 551, 553 and 5.1.x (RFC 3463) are about the address; 552 or 554 may be about what the mail says.
    const addressUnknown = command === 'RCPT TO' && (/\b5\.1\.\d/.test(error) || (/\b5\.\d\.\d/.test(error) ? false : [550, 551, 553].includes(responseCode)));
    return { result: 'refused', error, addressUnknown };
  }
  return { result: responseCode || command ? 'later' : 'server', error };
}
