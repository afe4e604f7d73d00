import { db } from '@/lib/server/db/client';
import { letEventsWait, order, payOnHostedPage } from '../fixtures/checkout';
import { makeClient, pickedTime } from '../fixtures/clients';
import { message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, productNow, setClock, signInAs, test } from '../fixtures/test';

const t = (key: string, values?: Record<string, string>) => message('en', key, values);

async function request(
  page: import('@playwright/test').Page,
  email: string,
  hoursAhead: number,
): Promise<string> {
  await signInAs(page, email);
  await page.goto(await pickedTime('en', hoursAhead));
  await page.getByRole('button', { name: t('appointments.book.proceed') }).click();
  await order(page, 'en', 'booking.order.pay');
  await payOnHostedPage(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('booking.result.pending.heading'));
  const booking = await db().booking.findFirstOrThrow({
    where: { client: { email }, status: 'pending' },
    select: { id: true },
  });
  return booking.id;
}

/** At most so many hours before the start: the free time that was picked may lie a weekend further ahead. */
async function advanceTo(bookingId: string, hoursAhead: number): Promise<void> {
  const { startsAt } = await db().booking.findUniqueOrThrow({
    where: { id: bookingId },
    select: { startsAt: true },
  });
  const target = new Date(startsAt.getTime() - hoursAhead * 3_600_000);
  if (target > (await productNow())) await setClock(target);
}

test('a pending request is withdrawn at no cost', async ({ page }) => {
  const email = await makeClient();
  const id = await request(page, email, 100);
  await page.goto(pathTo('en', `/appointments/${id}`));
  await page.getByText(t('appointments.actions.withdraw')).first().click();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('appointments.actions.withdraw') }).click();
  await expect(page.getByText(t('ui.status.cancelled')).first()).toBeVisible();
  await expect(async () => {
    expect((await db().payment.findUniqueOrThrow({ where: { bookingId: id } })).status).toBe('none');
  }).toPass({ timeout: 15_000 });
});

for (const [name, hoursAhead, status] of [
  ['in time gives everything back', 120, 'refunded'],
  ['late makes the full price due', 24, 'delivered_held'],
] as const) {
  test(`cancelling ${name}`, async ({ page, browser }) => {
    const email = await makeClient();
    const id = await request(page, email, hoursAhead);
    const desk = await (await browser.newContext()).newPage();
    await signInAs(desk, 'specialist@demo.example');
    await desk.goto(pathTo('en', `/practice/appointments/${id}`));
    await desk.getByRole('button', { name: t('practice.requests.accept') }).click();
    await expect(desk.getByText(t('ui.status.accepted')).first()).toBeVisible();
    await desk.context().close();
    await advanceTo(id, hoursAhead);
    await page.goto(pathTo('en', `/appointments/${id}`));
    await page.getByText(t('appointments.actions.cancel')).first().click();
    await page.getByRole('button', { name: t('appointments.actions.cancel') }).click();
    await expect(page.getByText(t('ui.status.cancelled')).first()).toBeVisible();
    await expect(async () => {
      expect((await db().payment.findUniqueOrThrow({ where: { bookingId: id } })).status).toBe(status);
    }).toPass({ timeout: 20_000 });
  });
}

test('a declined card keeps the hold and another card pays', async ({ page }) => {
  const email = await makeClient();
  await signInAs(page, email);
  await page.goto(await pickedTime('en', 90));
  await page.getByRole('button', { name: t('appointments.book.proceed') }).click();
  await order(page, 'en', 'booking.order.pay');
  await payOnHostedPage(page, '4000 0000 0000 9995');
  await expect(page.locator('input[name="number"]')).toBeVisible();
  await payOnHostedPage(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('booking.result.pending.heading'));
});

test('the page that waits for the payment is read anew in place, and never sends the reader back', async ({
  page,
}) => {
  await signInAs(page, await makeClient());
  await page.goto(await pickedTime('en', 90));
  await page.getByRole('button', { name: t('appointments.book.proceed') }).click();
  await letEventsWait(true);
  try {
    await order(page, 'en', 'booking.order.pay');
    await payOnHostedPage(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('booking.result.processing.heading'));
    // A refresh that the document asks for goes on running when its element is gone.
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
    await expectAccessible(page);
  } finally {
    await letEventsWait(false);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('booking.result.pending.heading'));
});
