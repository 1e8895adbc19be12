import { InputError } from '@asf-match/domain';
import { z } from 'zod';

const seconds = z.coerce.number().int().min(1).max(86_400);

const schema = z.object({
  /** The outgoing mail server, "smtps://user:password@mail.example.se". */
  ASF_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** "ASF-bevakning <bevakning@example.se>" */
  ASF_MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>$/)
    .default('ASF-bevakning <bevakning@localhost>'),
  /** Where people reach `asf-match serve`, without a slash at the end. */
  ASF_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .default('http://127.0.0.1:8480')
    .transform((url) => url.replace(/\/+$/, '')),
  /** With both, mails are signed (DKIM, RFC 6376); without, the mail server must do it. */
  ASF_DKIM_SELECTOR: z.string().optional(),
  ASF_DKIM_KEY_FILE: z.string().optional(),
  /** Mails a second to one domain, and connections to the mail server. */
  ASF_MAIL_PER_SECOND: z.coerce.number().min(0.1).max(1000).default(20),
  ASF_MAIL_CONNECTIONS: z.coerce.number().int().min(1).max(50).default(5),
  /** How long a mail that is being sent is left to the process that sends it. */
  ASF_MAIL_LEASE_SECONDS: seconds.default(600),
  /** Days that stopped subscriptions, answers' words and sent mails are kept. */
  ASF_RETENTION_DAYS: z.coerce.number().int().min(1).max(36_500).default(730),
});

/** How mail is sent and where people answer it, from the environment. */
export type MailSettings = Readonly<z.infer<typeof schema>>;

/** @throws InputError naming the variable that does not fit. */
export function mailSettings(environment: NodeJS.ProcessEnv = process.env): MailSettings {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InputError({
    ...{ key: 'mail.settings', place: String(issue?.path[0] ?? 'environment'), message: `The setting does not fit: ${issue?.message ?? ''}.` },
    remedy: 'Correct the environment variable, or take it away.',
  });
}

/** The domain of the sender, for Message-IDs. */
export const mailDomainOf = ({ ASF_MAIL_FROM }: MailSettings): string => /@([^<>\s@]+)>$/.exec(ASF_MAIL_FROM)?.[1] ?? 'localhost';
