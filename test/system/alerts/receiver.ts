import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** One mail as the receiver accepted it. */
export interface ReceivedMail {
  readonly to: string;
  readonly raw: string;
  readonly messageId: string;
}

export interface Receiver {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  close(): Promise<void>;
}

type Refusal = { readonly code: number; readonly message: string } | undefined;

export interface Behaviour {
  readonly onRecipient?: (address: string) => Refusal;
  readonly onMail?: (mail: ReceivedMail) => Refusal;
  /** After the mail has been taken and counted, before the client hears of it. */
  readonly beforeAnswer?: (mail: ReceivedMail) => Promise<void> | void;
}

const refusal = ({ code, message }: NonNullable<Refusal>): Error => Object.assign(new Error(message), { responseCode: code });
const messageIdOf = (raw: string): string => /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '';

/** A real mail server on loopback that keeps what it accepts. */
export async function startReceiver({ onRecipient, onMail, beforeAnswer }: Behaviour = {}): Promise<Receiver> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false },
    onRcptTo({ address }, _session, done) {
      const refused = onRecipient?.(address);
      done(refused && refusal(refused));
    },
    onData(stream, session: SMTPServerSession, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString();
        const mail = { to: session.envelope.rcptTo[0]?.address ?? '', raw, messageId: messageIdOf(raw) };
        const refused = onMail?.(mail);
        if (!refused) mails.push(mail);
        await beforeAnswer?.(mail);
        done(refused && refusal(refused));
      });
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** Where in the dialogue a server hangs up. `answer`: after it has taken the whole mail, before its 250. */
export const PHASES = ['connect', 'greeting', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'body', 'answer'] as const;
export type Phase = (typeof PHASES)[number];

/** A server that hangs up at one point of the dialogue, `times` times, and from then on behaves. Mails it has taken are kept even if it hangs up before saying so. */
export async function startDroppingReceiver(phase: Phase, times: number): Promise<Receiver> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let left = times;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    const drops = (at: Phase): boolean => {
      if (at !== phase || left === 0) return false;
      left--;
      socket.destroy();
      return true;
    };
    if (drops('connect')) return;
    if (phase === 'greeting' && left > 0) socket.write('220 loop');
    if (drops('greeting')) return;
    socket.write('220 loopback\r\n');
    let [buffer, body, to]: [string, string[] | undefined, string] = ['', undefined, ''];
    socket.on('data', (chunk: Buffer) => {
      buffer += chunk.toString('latin1');
      if (body && drops('body')) return;
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (body) {
          if (line !== '.') {
            body.push(line);
            continue;
          }
          const raw = body.join('\r\n');
          mails.push({ to, raw, messageId: messageIdOf(raw) });
          body = undefined;
          if (drops('answer')) return;
          socket.write('250 taken\r\n');
          continue;
        }
        const verb = line.slice(0, 4).toUpperCase();
        if ((PHASES as readonly string[]).includes(verb) && drops(verb as Phase)) return;
        if (verb === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? '';
        if (verb === 'DATA') body = [];
        socket.write(verb === 'DATA' ? '354 go on\r\n' : verb === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n');
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, mails, close };
}
