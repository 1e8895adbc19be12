import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore } from '@asf-match/store';
import { expect, it } from 'vitest';
import { alertStore, subscribe } from './alert-store.ts';
import { type ReceivedMail, startReceiver } from './receiver.ts';

/** ASF_TEST_KILLS=1000 is the size that is promised. */
const KILLS = Number(process.env.ASF_TEST_KILLS ?? 8);
const SUBSCRIBERS = 8;
/** A kill falls after a random number of steps, up to this many: about two rounds. */
const WITHIN_STEPS = 80;
const MOST_MS_AFTER_STEP = 8;

const start = (folder: string, smtp: string, ...more: readonly string[]) =>
  spawn(process.execPath, ['test/system/alerts/scan-and-deliver.ts', folder, smtp, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'asf-match-kill-test') },
  });

/** Lets it take some steps and kills it. @returns the last step that it told of */
async function runAndKill(folder: string, smtp: string): Promise<string> {
  const child = start(folder, smtp);
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  let [left, last] = [1 + Math.floor(Math.random() * WITHIN_STEPS), ''];
  createInterface({ input: child.stdout }).on('line', (step) => {
    last = step;
    left--;
    if (left === 0) setTimeout(() => child.kill('SIGKILL'), Math.random() * MOST_MS_AFTER_STEP);
  });
  await closed;
  return last;
}

/** The notices that a mail tells of, by its titles: signed links are random letters and may hold anything. Its text is unfolded first (RFC 2045, 6.7). */
const toldIn = ({ raw }: ReceivedMail): string[] => [...new Set([...raw.replace(/=\r\n/g, '').matchAll(/skolor N(\d+)X/g)].map((m) => m[1] ?? ''))];

it(`loses and doubles nothing in ${KILLS} kills of scan and delivery`, { timeout: 60_000 + KILLS * 6000 }, async () => {
  const at = await alertStore();
  // A server that takes its time to answer holds the one window open that SMTP cannot close.
  const receiver = await startReceiver({ beforeAnswer: () => new Promise((resolve) => setTimeout(resolve, Math.random() * 40)) });
  for (let n = 0; n < SUBSCRIBERS; n++) await subscribe(at.store, `s${n}`, `a${n}@exempel.se`);
  await at.store.close();
  const moments = new Map<string, number>();
  for (let kill = 0; kill < KILLS; kill++) {
    const moment = await runAndKill(at.folder, receiver.url);
    moments.set(moment, (moments.get(moment) ?? 0) + 1);
    if (kill % 50 === 49) console.info(`${kill + 1} kills, ${receiver.mails.length} mails`);
  }
  const rest = start(at.folder, receiver.url, 'rest');
  // Unread, its output would fill the pipe and keep it from ending.
  rest.stdout.resume();
  expect(await new Promise((resolve) => rest.on('close', resolve))).toBe(0);

  const store = await openStore({ database: `${at.folder}/db.sqlite`, archive: `${at.folder}/archive`, clock: () => '' });
  const notices = await store.notices.count();
  const log = await store.audit.verify();
  const sent = (await store.outbox.list('sent')).length;
  await store.close();
  await rm(at.folder, { recursive: true });
  await receiver.close();

  const byId = Map.groupBy(receiver.mails, (mail) => mail.messageId);
  const doubles = [...byId.values()].filter((copies) => copies.length > 1);
  const told = new Map<string, number>();
  for (const [first] of byId.values())
    for (const notice of first ? toldIn(first) : []) told.set(`${first?.to} ${notice}`, (told.get(`${first?.to} ${notice}`) ?? 0) + 1);
  const expected = Array.from({ length: SUBSCRIBERS }, (_, n) => Array.from({ length: notices }, (_, notice) => `a${n}@exempel.se ${notice}`)).flat();
  console.info(
    `${KILLS} kills: ${notices} notices × ${SUBSCRIBERS} recipients = ${expected.length} alerts in ${byId.size} mails; ` +
      `${expected.filter((key) => !told.has(key)).length} missing, ${[...told.values()].filter((n) => n > 1).length} told in two mails, ` +
      `${doubles.length} mails arrived more than once with the same Message-ID. ` +
      `Last step before the kill: ${[...moments].map(([name, n]) => `${name} × ${n}`).join(', ')}`,
  );
  expect(expected.filter((key) => !told.has(key))).toEqual([]);
  expect([...told].filter(([, times]) => times > 1)).toEqual([]);
  expect(told.size).toBe(expected.length);
  expect(byId.size).toBe(sent);
  // A copy is the same mail: accepted by the server, but not written down before the kill. At most a connection's worth for each kill.
  for (const copies of doubles) expect(new Set(copies.map((mail) => `${mail.to} ${toldIn(mail).join()}`)).size).toBe(1);
  expect(doubles.length).toBeLessThanOrEqual(KILLS * 3);
  expect(log).toMatchObject({ unbroken: true });
});
