import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { order, payOnHostedPage } from '../fixtures/checkout';
import { makeClient, pickedTime } from '../fixtures/clients';
import { message, messagePattern } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, mailTo, productNow, setClock, signInAs, test } from '../fixtures/test';

const t = (key: string, values?: Record<string, string>) => message('en', key, values);
type Page = import('@playwright/test').Page;

/** A paid session of the client with Claire Vasseur; returns its id. */
async function accepted(page: Page, desk: Page, email: string): Promise<string> {
  await signInAs(page, email);
  await page.goto(await pickedTime('en', 30));
  await page.getByRole('button', { name: t('appointments.book.proceed') }).click();
  await order(page, 'en', 'booking.order.pay');
  await payOnHostedPage(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('booking.result.pending.heading'));
  const { id } = await db().booking.findFirstOrThrow({ where: { client: { email }, status: 'pending' } });
  await desk.goto(pathTo('en', `/practice/appointments/${id}`));
  await desk.getByRole('button', { name: t('practice.requests.accept') }).click();
  await expect(desk.getByText(t('ui.status.accepted')).first()).toBeVisible();
  return id;
}

/** Both were in the room; the clock stands an hour after the end. */
async function held(bookingId: string): Promise<void> {
  const { startsAt, endsAt, clientId, provider } = await db().booking.findUniqueOrThrow({
    where: { id: bookingId },
    select: { startsAt: true, endsAt: true, clientId: true, provider: { select: { accountId: true } } },
  });
  for (const [party, accountId] of [
    ['client', clientId],
    ['provider', provider.accountId],
  ] as const) {
    const leftAt = addHours(startsAt, 0.4);
    const stay = { joinedAt: startsAt, lastSeenAt: leftAt, leftAt };
    await db().attendance.create({ data: { bookingId, accountId, party, ...stay } });
  }
  if (addHours(endsAt, 1) > (await productNow())) await setClock(addHours(endsAt, 1));
  await expect(async () => {
    expect((await db().payment.findUniqueOrThrow({ where: { bookingId } })).status).toBe('delivered_held');
  }).toPass({ timeout: 30_000 });
}

const payment = (bookingId: string) => db().payment.findUniqueOrThrow({ where: { bookingId } });

test('a claim with a file, a part given back, not solved, and an admin decides', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const email = await makeClient();
  const desk = await (await browser.newContext()).newPage();
  await signInAs(desk, 'specialist@demo.example');
  const bookingId = await accepted(page, desk, email);
  await held(bookingId);

  await page.goto(pathTo('en', '/home'));
  await page.getByRole('link', { name: t('claims.recent.claim') }).click();
  await page.getByText(t('claims.reasons.cut_short')).click();
  await page.getByText(messagePattern('en', 'claims.form.wishes.full')).click();
  await page.getByLabel(t('claims.form.text')).fill('It ended after twenty minutes.');
  let letSend = () => {};
  const maySend = new Promise<void>((resolve) => {
    letSend = resolve;
  });
  await page.route('**/*', async (route) => {
    if (route.request().method() === 'PUT') await maySend;
    await route.continue();
  });
  await page.locator('input[type=file]').setInputFiles({
    name: 'Log of the call.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('17:52 connection lost'),
  });
  await page.getByRole('button', { name: t('claims.form.send') }).click();
  const waits = page.locator('fieldset').getByText(t('errors.file.uploading'));
  await expect(waits).toBeVisible();
  letSend();
  await expect(page.getByText(t('files.there'))).toBeVisible();
  await expect(waits).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('claims.form.send') }).click();
  await page.waitForURL(/\/claims\/[0-9a-f-]{36}/);
  await expect(page.getByText('It ended after twenty minutes.')).toBeVisible();
  const { id: claimId } = await db().claim.findUniqueOrThrow({ where: { bookingId } });
  expect((await payment(bookingId)).status).toBe('claim_open');

  const mail = await mailTo('specialist@demo.example', ({ subject }) => /C-\d+/.test(subject));
  expect(mail.text).not.toContain('twenty minutes');
  await expect(async () => {
    await desk.goto(pathTo('en', `/practice/claims/${claimId}`));
    await expect(desk.getByRole('link', { name: 'Log of the call.txt' })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  const download = desk.waitForEvent('download');
  await desk.getByRole('link', { name: 'Log of the call.txt' }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  expect(Buffer.concat(chunks).toString()).toBe('17:52 connection lost');

  await desk.getByRole('button', { name: t('claims.answer.part') }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByLabel(messagePattern('en', 'claims.answer.amount')).fill('20');
  await dialog.getByLabel(t('claims.answer.words')).fill('My router failed.');
  await dialog.getByRole('button', { name: t('claims.answer.part') }).click();
  await expect(desk.getByText('My router failed.')).toBeVisible();
  await expect(async () => {
    expect(await payment(bookingId)).toMatchObject({ status: 'claim_open', refundedAmount: 2000 });
  }).toPass({ timeout: 30_000 });

  await page.reload();
  await page.getByRole('button', { name: t('claims.reply.notSolved') }).click();
  await page.getByRole('dialog').getByLabel(t('claims.reply.why')).fill('That is not enough.');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('claims.reply.notSolved') })
    .click();
  await expect(page.getByText(t('claims.status.with_admin')).first()).toBeVisible();

  const office = await (await browser.newContext()).newPage();
  const admin = await makeAccount({
    email: `admin-${bookingId}@example.com`,
    isAdmin: true,
    createdAt: await productNow(),
  });
  await signInAs(office, admin.email);
  await office.goto(pathTo('en', '/admin/claims'));
  await office.locator(`a[href$="${claimId}"]`).click();
  await expect(office.getByText('That is not enough.')).toBeVisible();
  await expectAccessible(office);
  await office.getByRole('button', { name: t('claims.decide.part') }).click();
  const decision = office.getByRole('dialog');
  await decision.getByLabel(messagePattern('en', 'claims.decide.amount')).fill('10');
  await decision.getByLabel(t('claims.decide.reasons')).fill('Half of it took place.');
  await decision.getByRole('button', { name: t('claims.decide.part') }).click();
  await expect(office.getByText(t('claims.status.decided')).first()).toBeVisible();
  await expect(async () => {
    expect(await payment(bookingId)).toMatchObject({ refundedAmount: 3000, claimedAt: null });
  }).toPass({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByText('Half of it took place.')).toBeVisible();
  await desk.reload();
  await expect(desk.getByText('Half of it took place.')).toBeVisible();
});

test('without script a claim goes without files, and says so', async ({ browser }) => {
  const email = await makeClient();
  const desk = await (await browser.newContext()).newPage();
  await signInAs(desk, 'specialist@demo.example');
  const first = await (await browser.newContext()).newPage();
  const bookingId = await accepted(first, desk, email);
  await held(bookingId);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(page, email);
  await page.goto(pathTo('en', `/appointments/${bookingId}/claim`));
  await expect(page.getByText(t('files.noScript'))).toBeVisible();
  await page.getByText(t('claims.reasons.technical')).click();
  await page.getByText(t('claims.form.wishes.other')).click();
  await page.getByLabel(t('claims.form.text')).fill('There was no sound.');
  await page.getByRole('button', { name: t('claims.form.send') }).click();
  await expect(page.getByText('There was no sound.')).toBeVisible();
});
