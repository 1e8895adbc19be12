/** What a mail server or a mailbox provider has written back about one address. */
export interface MailReport {
  readonly kind: 'bounced' | 'complained' | 'other';
  readonly address?: string;
  /** "5.1.1 no such user", without addresses. */
  readonly note: string;
}

/**
 * Reads a delivery status notification (RFC 3464) or an abuse report (RFC 5965). A delay, a full mailbox or any other answer
 * that is not for good (status 4.y.z, or action other than failed) is `other`.
 */
export async function readMailReport(bytes: Uint8Array): Promise<MailReport> {
  const { simpleParser } = await import('mailparser');
  const mail = await simpleParser(Buffer.from(bytes), { skipHtmlToText: true, skipImageLinks: true, skipTextToHtml: true, keepDeliveryStatus: true });
  const part = (type: string): string | undefined => {
    const found = mail.attachments.find((a) => a.contentType === type)?.content;
    return found && Buffer.from(found).toString('latin1').slice(0, 100_000);
  };
  const field = (text: string, name: string): string | undefined => new RegExp(`^${name}:[ \\t]*(?:rfc822;)?[ \\t]*<?([^\\s<>]+)>?`, 'im').exec(text)?.[1];
  const named = (address: string | undefined) => (address?.includes('@') ? { address } : {});

  const status = part('message/delivery-status');
  if (status) {
    const isForGood = /^Action:\s*failed/im.test(status) && (field(status, 'Status') ?? '').startsWith('5');
    return {
      kind: isForGood ? 'bounced' : 'other',
      ...named(field(status, 'Final-Recipient') ?? field(status, 'Original-Recipient')),
      note: field(status, 'Status') ?? '',
    };
  }
  const abuse = part('message/feedback-report');
  if (abuse) {
    const original = part('message/rfc822') ?? '';
    const isComplaint = /^Feedback-Type:\s*(abuse|fraud|opt-out)/im.test(abuse);
    return {
      kind: isComplaint ? 'complained' : 'other',
      ...named(field(abuse, 'Original-Rcpt-To') ?? field(original, 'To')),
      note: field(abuse, 'Feedback-Type') ?? '',
    };
  }
  return { kind: 'other', note: 'no report' };
}
