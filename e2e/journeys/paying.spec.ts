import type { Page } from '@playwright/test';
import { settleOutcome } from '@/lib/booking/settle-outcome';
import { recordOffline } from '@/lib/payments/offline/record-offline';
import { db } from '@/lib/server/db/client';
import { makeSpecialist, wideOpen } from '@/prisma/seed/factories/providers';
import { order, payOnHostedPage } from '../fixtures/checkout';
import { makeClient } from '../fixtures/clients';
import { type Locale, message, messagePattern } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, mailTo, productNow, setClock, signInAs, test } from '../fixtures/test';

type Mode = 'before_entry' | 'off_platform';

/** A service that is paid in this way, confirmed at once, any day from 8 to 20. */
async function sell(locale: Locale, paymentMode: Mode) {
  const made = await makeSpecialist({
    account: { locale, name: 'Iris Nolan' },
    ranges: wideOpen,
    services: [{ paymentMode, confirmationMode: 'instant', priceAmount: 9000, noticeMinutes: 0 }],
  });
  const { email } = await db().account.findUniqueOrThrow({ where: { id: made.actor.accountId } });
  return { ...made, email };
}

/** Picks the last time on the page of times; the summary of the held time is open. */
async function hold(page: Page, locale: Locale, slug: string): Promise<void> {
  await page.goto(pathTo(locale, `/advisors/${slug}/times`));
  await page.locator('a[href*="start="]').last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(message(locale, 'booking.steps.pay'));
}

async function accepted(clientEmail: string) {
  const where = { client: { email: clientEmail }, status: 'accepted' as const };
  let found: { id: string; startsAt: Date } | null = null;
  await expect(async () => {
    found = await db().booking.findFirst({ where, select: { id: true, startsAt: true } });
    expect(found).not.toBeNull();
  }).toPass({ timeout: 20_000 });
  if (!found) throw new Error('not booked');
  return found as { id: string; startsAt: Date };
}

type Parties = { seller: Awaited<ReturnType<typeof sell>>; email: string };

/** Books with a card that is left for later. */
async function storeCard(page: Page, locale: Locale, { seller, email }: Parties, card: string) {
  await hold(page, locale, seller.actor.provider?.slug ?? '');
  await page.locator('input[name="cardConsent"]').check();
  await order(page, locale, 'booking.order.storeCard');
  await payOnHostedPage(page, card);
  return accepted(email);
}

async function openDoor({ startsAt }: { startsAt: Date }): Promise<void> {
  const opens = new Date(startsAt.getTime() - 5 * 60_000);
  if (opens > (await productNow())) await setClock(opens);
}

test('a card is stored with consent and pays at the door', async ({ page }) => {
  const locale = 'ru';
  const t = (key: string, values?: Record<string, string>) => message(locale, key, values);
  const seller = await sell(locale, 'before_entry');
  const email = await makeClient(locale);
  await signInAs(page, email);
  await hold(page, locale, seller.actor.provider?.slug ?? '');
  await expect(page.getByRole('heading', { name: t('booking.later.heading'), exact: true })).toBeVisible();
  await expect(page.getByText(t('booking.policy.nothingDueBack')).first()).toBeVisible();
  await expectAccessible(page);
  await page.locator('input[name="cardConsent"]').check();
  await order(page, locale, 'booking.order.storeCard');
  await payOnHostedPage(page);
  const booking = await accepted(email);
  await page.goto(pathTo(locale, `/appointments/${booking.id}`));
  await expect(page.getByText(t('appointments.detail.cardAtDoor'))).toBeVisible();
  const opensSoon = new Date(booking.startsAt.getTime() - 10 * 60_000 - 5000);
  if (opensSoon > (await productNow())) await setClock(opensSoon);
  await page.goto(pathTo(locale, `/session/${booking.id}`));
  await expect(
    page.getByRole('button', { name: messagePattern(locale, 'appointments.session.pay') }),
  ).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: t('appointments.session.enter') })).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: messagePattern(locale, 'appointments.session.pay') }).click();
  await expect(page.getByRole('button', { name: t('appointments.session.enter') })).toBeVisible({
    timeout: 30_000,
  });
});

test('a card that is refused at the door leaves any other card', async ({ page }) => {
  const locale = 'de';
  const t = (key: string, values?: Record<string, string>) => message(locale, key, values);
  const seller = await sell(locale, 'before_entry');
  const email = await makeClient(locale);
  await signInAs(page, email);
  const booking = await storeCard(page, locale, { seller, email }, '4000 0000 0000 0341');
  await openDoor(booking);
  await page.goto(pathTo(locale, `/session/${booking.id}`));
  await page.getByRole('button', { name: messagePattern(locale, 'appointments.session.pay') }).click();
  await expect(page.getByText(t('appointments.session.refused'))).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: messagePattern(locale, 'appointments.session.payCard') }).click();
  await payOnHostedPage(page);
  await expect(async () => {
    await page.goto(pathTo(locale, `/session/${booking.id}`));
    await expect(page.getByRole('button', { name: t('appointments.session.enter') })).toBeVisible({
      timeout: 1000,
    });
  }).toPass({ timeout: 30_000 });
});

test('a late cancellation that the card refuses is paid by the link in the mail', async ({
  page,
  browser,
}) => {
  const locale = 'fr';
  const t = (key: string, values?: Record<string, string>) => message(locale, key, values);
  const seller = await sell(locale, 'before_entry');
  const email = await makeClient(locale);
  await signInAs(page, email);
  const booking = await storeCard(page, locale, { seller, email }, '4000 0000 0000 0341');
  const late = new Date(booking.startsAt.getTime() - 20 * 3_600_000);
  if (late > (await productNow())) await setClock(late);
  await page.goto(pathTo(locale, `/appointments/${booking.id}`));
  await page.getByText(t('appointments.actions.cancel')).first().click();
  await page.getByRole('button', { name: t('appointments.actions.cancel') }).click();
  await expect(page.getByText(t('ui.status.cancelled')).first()).toBeVisible();
  const subject = t('emails.booking.paymentDue.client.subject', { name: 'Iris Nolan' });
  const mail = await mailTo(email, (one) => one.subject === subject);
  const link = /href="([^"]*\/payer\/[^"]*)"/.exec(mail.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const anybody = await (await browser.newContext()).newPage();
  await anybody.goto(link);
  await expectAccessible(anybody);
  await anybody.getByRole('button', { name: messagePattern(locale, 'pay.pay') }).click();
  await payOnHostedPage(anybody);
  await expect(anybody.getByText(t('pay.paid.heading'))).toBeVisible({ timeout: 30_000 });
  await anybody.context().close();
});

test('paid to the advisor directly, who records what came', async ({ page, browser }) => {
  const locale = 'en';
  const t = (key: string, values?: Record<string, string>) => message(locale, key, values);
  const seller = await sell(locale, 'off_platform');
  const email = await makeClient(locale);
  await signInAs(page, email);
  await hold(page, locale, seller.actor.provider?.slug ?? '');
  await expect(page.getByText(t('booking.policy.nothingDue'), { exact: true }).first()).toBeVisible();
  await order(page, locale, 'booking.order.payOutside');
  const booking = await accepted(email);
  await page.goto(pathTo(locale, `/appointments/${booking.id}`));
  await expect(page.getByText(t('appointments.detail.elsewhere'))).toBeVisible();
  const desk = await (await browser.newContext()).newPage();
  await signInAs(desk, seller.email);
  await desk.goto(pathTo(locale, `/practice/appointments/${booking.id}`));
  await expectAccessible(desk);
  await desk.getByLabel(t('practice.payments.amount', { currency: 'EUR' })).fill('40');
  await desk.getByRole('button', { name: t('practice.payments.save') }).click();
  await expect(desk.getByText('€50.00').first()).toBeVisible();
  await expect(desk.getByLabel(t('practice.payments.amount', { currency: 'EUR' }))).toHaveValue('50.00');
  await page.reload();
  await expect(page.getByText('€40.00').first()).toBeVisible();
  await desk.getByRole('button', { name: t('practice.payments.takeOut') }).click();
  await desk
    .getByRole('dialog', { name: t('practice.payments.takeOut') })
    .getByRole('button', { name: t('practice.payments.takeOut') })
    .click();
  await expect(desk.getByText(t('practice.payments.takenOut'))).toBeVisible();
  await desk.context().close();
});

test('the advisor pays the commission on what was paid directly', async ({ page }) => {
  const locale = 'de';
  const t = (key: string, values?: Record<string, string>) => message(locale, key, values);
  const seller = await sell(locale, 'off_platform');
  const email = await makeClient(locale);
  await signInAs(page, email);
  await hold(page, locale, seller.actor.provider?.slug ?? '');
  await order(page, locale, 'booking.order.payOutside');
  const { id: bookingId } = await accepted(email);
  const payment = await db().payment.findUniqueOrThrow({ where: { bookingId } });
  const recorded = await recordOffline(seller.actor, { paymentId: payment.id, amount: 9000 });
  expect(recorded.ok).toBe(true);
  const { endsAt } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
  if (endsAt > (await productNow())) await setClock(endsAt);
  expect((await settleOutcome(bookingId, 'completed', endsAt)).ok).toBe(true);
  await page.context().clearCookies();
  await signInAs(page, seller.email);
  await page.goto(pathTo(locale, '/practice/earnings'));
  await expect(page.getByText(t('earnings.debts.kinds.offline_commission')).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: messagePattern(locale, 'earnings.debts.pay') }).click();
  await payOnHostedPage(page);
  await expect(page.getByText(t('earnings.debts.paid'))).toBeVisible();
  await expect(async () => {
    await page.goto(pathTo(locale, '/practice/earnings'));
    await expect(page.getByText(t('earnings.debts.heading'))).toBeHidden({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
});

test('an admin looks at the money and gives a part back', async ({ page }) => {
  const locale = 'en';
  const t = (key: string, values?: Record<string, string>) => message(locale, key, values);
  const payment = await db().payment.findFirstOrThrow({
    where: { status: { in: ['paid_held', 'delivered_held', 'releasable'] }, amount: { gt: 5000 } },
    orderBy: { amount: 'desc' },
  });
  await signInAs(page, 'admin@demo.example');
  await page.goto(pathTo(locale, '/admin/money'));
  await expect(page.getByRole('heading', { name: t('adminMoney.check.heading') })).toBeVisible();
  await page.goto(pathTo(locale, '/admin/payments', { q: payment.id }));
  const entry = page.getByRole('table').getByRole('link').first();
  const parties = await entry.locator('span').innerText();
  await entry.click();
  await expect(page.getByRole('heading', { name: t('adminMoney.payment.ledger') })).toBeVisible();
  await expect(page.getByText(parties, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: t('adminMoney.refund.give') }).click();
  const dialog = page.getByRole('dialog', { name: t('adminMoney.refund.heading') });
  await dialog.getByLabel(t('adminMoney.refund.amount', { currency: 'EUR' })).fill('10');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: t('adminMoney.refund.give') }).click();
  await expect(dialog).toBeHidden();
  await expect(async () => {
    expect(await db().refund.count({ where: { paymentId: payment.id, amount: 1000 } })).toBe(1);
  }).toPass({ timeout: 20_000 });
});
