import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectEmail, type EmailSender } from '@/lib/server/email/sender';
import type { RunningServer } from '@/sandbox/http/server';
import { startMailSandbox } from '@/sandbox/mail/server';

let server: RunningServer;
let sender: EmailSender;

beforeAll(async () => {
  server = await startMailSandbox({ port: 0, file: ':memory:' });
  sender = connectEmail({
    apiKey: 're_sandbox',
    baseUrl: server.url,
    from: 'Consilia <bonjour@consilia.test>',
  });
});

afterAll(() => server.close());
beforeEach(() => control('reset', {}));

async function control(path: string, body: object): Promise<void> {
  await fetch(`${server.url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
}

type Listed = {
  from: string;
  subject: string;
  attachments: { contentType: string }[];
  headers: Record<string, string>;
  replyTo: string[];
};

async function inbox(): Promise<Listed[]> {
  const answer: { data: Listed[] } = JSON.parse(
    await (await fetch(`${server.url}/_sandbox/messages`)).text(),
  );
  return answer.data;
}

const email = { key: 'mail:1', to: 'elise@example.com', subject: 'Sujet', html: '<p>x</p>', text: 'x' };

test('a message with a calendar file arrives as sent', async () => {
  const outcome = await sender.send({
    ...email,
    replyTo: 'contact@consilia.test',
    headers: { 'X-Entity-Ref-ID': '1' },
    attachments: [
      { filename: 'invite.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar; method=REQUEST' },
    ],
  });
  expect(outcome.ok).toBe(true);
  expect(await inbox()).toMatchObject([
    {
      from: 'Consilia <bonjour@consilia.test>',
      replyTo: ['contact@consilia.test'],
      headers: { 'X-Entity-Ref-ID': '1' },
      attachments: [{ contentType: 'text/calendar; method=REQUEST' }],
    },
  ]);
});

test.each([
  ['Your session with Eve\r\nBcc: x', 'Your session with Eve Bcc: x'],
  ['a\u0000\u0007b\u2028c\u2029d', 'a b c d'],
  ['Abc \u202egnp.exe', 'Abc gnp.exe'],
  [' x\t\n ', 'x'],
])('the subject %j is one line', async (subject, line) => {
  expect(await sender.send({ ...email, subject })).toMatchObject({ ok: true });
  expect((await inbox()).map((message) => message.subject)).toEqual([line]);
});

test('a lost answer is asked for again under the same key, and the message is sent once', async () => {
  await control('fail', { mode: 'timeout_after_effect' });
  expect(await sender.send(email)).toMatchObject({ ok: false, reason: 'unavailable' });
  expect(await sender.send(email)).toMatchObject({ ok: true });
  expect(await inbox()).toHaveLength(1);
});

test('a server error can be tried again, a key used for another message cannot', async () => {
  await control('fail', { mode: 'error' });
  expect(await sender.send(email)).toMatchObject({ ok: false, reason: 'unavailable' });
  await sender.send(email);
  expect(await sender.send({ ...email, subject: 'Autre' })).toMatchObject({ ok: false, reason: 'conflict' });
});

test('what the service does not accept is final', async () => {
  const broken = connectEmail({ apiKey: 're_sandbox', baseUrl: server.url, from: '' });
  expect(await broken.send(email)).toMatchObject({ ok: false, reason: 'refused' });
});
