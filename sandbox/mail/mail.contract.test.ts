import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resend } from 'resend';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningServer } from '@/sandbox/http/server';
import { startMailSandbox } from '@/sandbox/mail/server';

let dir: string;
let server: RunningServer;
let resend: Resend;

async function start(): Promise<void> {
  server = await startMailSandbox({ port: 0, file: join(dir, 'mail.sqlite') });
  resend = new Resend('re_sandbox', { baseUrl: server.url });
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'mail-sandbox-'));
  await start();
});

afterEach(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

const letter = {
  from: 'Consilia <bonjour@consilia.test>',
  to: 'Élise <elise@example.com>',
  subject: 'Votre demande',
  html: '<p>Bonjour</p>',
  text: 'Bonjour',
};

async function inbox(to: string): Promise<{ id: string; subject: string; attachments: unknown[] }[]> {
  const response = await fetch(`${server.url}/_sandbox/messages?to=${encodeURIComponent(to)}`);
  const answer: { data: { id: string; subject: string; attachments: unknown[] }[] } = JSON.parse(
    await response.text(),
  );
  return answer.data;
}

function control(path: string, body: object): Promise<Response> {
  return fetch(`${server.url}/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
}

test('a sent message is in the inbox of its recipient only', async () => {
  const sent = await resend.emails.send(letter);
  expect(sent.error).toBeNull();
  expect((await inbox('elise@example.com')).map((message) => message.id)).toEqual([sent.data?.id]);
  expect(await inbox('someone@example.com')).toEqual([]);
});

test('the same key with the same body sends once', async () => {
  const first = await resend.emails.send(letter, { idempotencyKey: 'k1' });
  const second = await resend.emails.send(letter, { idempotencyKey: 'k1' });
  expect(second.data?.id).toBe(first.data?.id);
  expect(await inbox('elise')).toHaveLength(1);
});

test('the same key with another body is refused', async () => {
  await resend.emails.send(letter, { idempotencyKey: 'k1' });
  const second = await resend.emails.send({ ...letter, subject: 'Autre' }, { idempotencyKey: 'k1' });
  expect(second.error).toMatchObject({ name: 'invalid_idempotent_request', statusCode: 409 });
});

test('a calendar file comes out as it went in', async () => {
  const content = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
  const sent = await resend.emails.send({
    ...letter,
    attachments: [
      { filename: 'invite.ics', content: Buffer.from(content), contentType: 'text/calendar; method=REQUEST' },
    ],
  });
  const file = await fetch(`${server.url}/messages/${sent.data?.id}/attachments/0`);
  expect(file.headers.get('content-type')).toBe('text/calendar; method=REQUEST');
  expect(await file.text()).toBe(content);
});

test('attachment content that is no base64 is refused, as text handed on by mistake would be', async () => {
  const sent = await resend.emails.send({
    ...letter,
    attachments: [{ filename: 'invite.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }],
  });
  expect(sent.error?.name).toBe('validation_error');
  expect(await inbox('')).toEqual([]);
});

test.each(['a\r\nBcc: x', 'a\nb', 'a\rb'])('the subject %j is refused', async (subject) => {
  expect((await resend.emails.send({ ...letter, subject })).error?.name).toBe('validation_error');
  expect(await inbox('')).toEqual([]);
});

test('a batch is sent as a whole', async () => {
  const sent = await resend.batch.send([letter, { ...letter, to: 'other@example.com' }]);
  expect(sent.data?.data).toHaveLength(2);
  expect(await inbox('')).toHaveLength(2);
});

test('an unknown field is refused', async () => {
  const sent = await resend.emails.send({ ...letter, scheduledAt: 'tomorrow' });
  expect(sent.error?.name).toBe('validation_error');
});

test('planned failures: answer 500, break before and after the effect', async () => {
  await control('fail', { mode: 'error' });
  expect((await resend.emails.send(letter, { idempotencyKey: 'k' })).error?.statusCode).toBe(500);
  await control('fail', { mode: 'timeout' });
  expect((await resend.emails.send(letter, { idempotencyKey: 'k' })).error?.name).toBe('application_error');
  expect(await inbox('elise')).toHaveLength(0);
  await control('fail', { mode: 'timeout_after_effect' });
  expect((await resend.emails.send(letter, { idempotencyKey: 'k' })).error).not.toBeNull();
  expect(await inbox('elise')).toHaveLength(1);
  expect((await resend.emails.send(letter, { idempotencyKey: 'k' })).error).toBeNull();
  expect(await inbox('elise')).toHaveLength(1);
});

test('messages and keys survive a restart; reset empties the mailbox', async () => {
  const first = await resend.emails.send(letter, { idempotencyKey: 'k1' });
  await server.close();
  await start();
  expect((await resend.emails.send(letter, { idempotencyKey: 'k1' })).data?.id).toBe(first.data?.id);
  await control('reset', {});
  expect(await inbox('')).toEqual([]);
});

test('the inbox page shows foreign text as text', async () => {
  await resend.emails.send({ ...letter, subject: '<script>alert(1)</script>' });
  const page = await (await fetch(`${server.url}/`)).text();
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).not.toContain('<script>');
});
