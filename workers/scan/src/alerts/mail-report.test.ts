import { expect, it } from 'vitest';
import { readMailReport } from './mail-report.ts';

const report = (type: string, body: string, more = ''): Uint8Array =>
  Buffer.from(
    [
      ...['From: MAILER-DAEMON@mx.example', 'Subject: report', 'MIME-Version: 1.0', `Content-Type: multipart/report; report-type=${type}; boundary="b"`, ''],
      ...['--b', 'Content-Type: text/plain', '', 'Se nedan.', '--b', `Content-Type: message/${type}`, '', body, more, '--b--', ''],
    ].join('\r\n'),
  );

it.each([
  ['a mailbox that is not there', 'failed', '5.1.1', 'bounced'],
  ['a mailbox that is full for now', 'failed', '4.2.2', 'other'],
  ['a delay', 'delayed', '4.4.1', 'other'],
  ['a delivery', 'delivered', '2.0.0', 'other'],
])('reads %s', async (_, action, status, kind) => {
  const text = `Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; borta@exempel.se\r\nAction: ${action}\r\nStatus: ${status}`;
  expect(await readMailReport(report('delivery-status', text))).toEqual({ kind, address: 'borta@exempel.se', note: status });
});

it('reads a complaint, and whose it is out of the mail that it holds', async () => {
  const original = '--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: bevakning@example.se\r\nTo: arg@exempel.se\r\nSubject: Bevakning\r\n\r\nHej';
  expect(await readMailReport(report('feedback-report', 'Feedback-Type: abuse\r\nVersion: 1\r\nUser-Agent: x', original))).toEqual({
    ...{ kind: 'complained', address: 'arg@exempel.se', note: 'abuse' },
  });
});

it('takes no other mail for a report', async () => {
  for (const text of ['', 'Subject: Hej\r\n\r\nFinal-Recipient: rfc822; a@b.se\r\nAction: failed\r\nStatus: 5.1.1', '\0\xff'.repeat(1000)]) {
    expect(await readMailReport(Buffer.from(text))).toMatchObject({ kind: 'other' });
  }
});
