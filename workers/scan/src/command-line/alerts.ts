import type { CommandLine } from './command-line.ts';

/** Commands about subscriptions, the mails that go out, and what is known about their readers. */
export function addAlertsCommands({ command, group }: CommandLine): void {
  command('subscribe <address>', 'take a subscription down; its owner must confirm it by mail', () => import('../commands/subscribe.ts'))
    .option('--role <role>', 'asf, amn, amf, sbr or samordningsforbund', 'asf')
    .option('--organisation <number-or-name>', 'follow this organisation’s profile in the register')
    .option('--field <field...>', 'fields, instead of an organisation')
    .option('--area <place...>', 'municipalities or NUTS codes (without it: everywhere)')
    .option('--what <kind...>', 'notices, needs, calls, deadlines, results', ['notices', 'deadlines'])
    .option('--rhythm <rhythm>', 'at-once, “daily 7” or “weekly mon 8”; never on holidays', 'daily 7')
    .option('--threshold <probability>', 'from which probability something is told, 0.05 to 0.95')
    .option('--never <field...>', 'fields that are never told')
    .option('--must <field...>', 'fields that are always told')
    .option('--json', 'print the subscription as JSON');
  command('subscriptions', 'list the subscriptions', () => import('../commands/subscriptions.ts'))
    .option('--addresses', 'show the addresses too')
    .option('--json', 'print as JSON');
  command('deliver', 'send the mails that are due (settings: ASF_SMTP_URL, ASF_MAIL_FROM, ASF_PUBLIC_URL)', () => import('../commands/deliver.ts')).option(
    '--json',
    'print the counts as JSON',
  );
  command('outbox', 'show what waits, was sent or was given up', () => import('../commands/outbox.ts'))
    .option('--retry', 'try again what was given up')
    .option('--json', 'print as JSON');
  command('serve', 'answer the pages that mails link to: confirm, answer, change, stop; feeds and calendars', () => import('../commands/serve.ts'))
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <number>', 'the port to listen on', '8480')
    .option('--trust-proxy', 'a proxy stands in front, and its X-Forwarded-For names the caller');
  const audit = group('audit', 'the log of who was told what when');
  audit('verify', 'prove that the log is unbroken', () => import('../commands/audit.ts'))
    .option('--head <hash>', 'a hash noted earlier, which must still be in the log')
    .option('--json', 'print the proof as JSON');
  audit('list', 'print the log as JSON lines', () => import('../commands/audit-list.ts')).option(
    '--about <id>',
    'only entries that name this purchase, subscription or recipient',
  );
  command('bounce <path...>', 'read mails that came back: bounces and complaints stop an address', () => import('../commands/bounce.ts'));
  const privacy = group('privacy', 'what is stored about the owner of an address');
  privacy('export <address>', 'print everything as JSON', () => import('../commands/privacy-export.ts'));
  privacy('erase <address>', 'take the address and what its owner wrote away', () => import('../commands/privacy-erase.ts'));
  privacy('clean', 'erase what is older than ASF_RETENTION_DAYS', () => import('../commands/privacy-clean.ts'));
  const feedback = group('feedback', 'what readers have answered');
  feedback('record', 'note an answer on a subscriber’s behalf', () => import('../commands/feedback-record.ts'))
    .requiredOption('--subscription <id>', 'whose answer it is')
    .requiredOption('--about <id>', 'the procedure, need or call')
    .requiredOption('--step <step>', 'interested, not-relevant, bid or won');
  feedback('refit', 'show what the answers of all would change in the weights of the fields', () => import('../commands/feedback-refit.ts'))
    .option('--apply', 'put the refitted weights in force, if they are better')
    .option('--json', 'print as JSON');
  command('funnel <year>', 'how far what was told in a year has come', () => import('../commands/funnel.ts')).option('--json', 'print as JSON');
  command('link-keys', 'sign new links with a new key', () => import('../commands/link-keys.ts'));
}
