import type { Page } from '@playwright/test';
import { cancelSeat } from '@/lib/events/seats/cancel-seat';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { order, payOnHostedPage } from '../fixtures/checkout';
import { makeClient } from '../fixtures/clients';
import { message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, productNow, signInAs, test } from '../fixtures/test';

const t = (key: string, values?: Record<string, string>) => message('de', key, values);

type Seed = { maximumSeats?: number; minimumSeats?: number; priceAmount?: number };

/** An event in eight days with a title of its own. */
async function planned(seed: Seed = {}) {
  const host = await makeSpecialist({ account: { name: 'Ute Brandt' } });
  const title = `Abendrunde ${Date.now()}`;
  const eventId = await makeEvent(host, {
    startsAt: addHours(await productNow(), 24 * 8),
    maximumSeats: 4,
    minimumSeats: 1,
    texts: [{ locale: 'de', title, description: 'Ein Abend über Ruhe.' }],
    ...seed,
  });
  return { eventId, title, page: pathTo('de', `/events/${eventId}`) };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const takeLink = (page: Page) => page.getByRole('link', { name: t('events.panel.take') });

/** From the summary over the hosted page to the booked seat. */
async function pay(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText(t('booking.steps.pay'));
  await expect(page.getByText(t('seats.hold.held'))).toBeVisible();
  await expectAccessible(page);
  await order(page, 'de', 'seats.order.pay');
  await payOnHostedPage(page);
  await expect(heading(page)).toHaveText(t('seats.result.booked.heading'));
}

async function cancel(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('seats.cancel.action') }).click();
  await expectAccessible(page);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('seats.cancel.action') })
    .click();
  await expect(page.getByText(t('seats.status.cancelled'), { exact: true })).toBeVisible();
}

test('find an event, take a seat, pay for it, see it among the appointments, cancel it', async ({ page }) => {
  const event = await planned();
  const email = await makeClient('de');
  await signInAs(page, email);

  await test.step('the calendar finds it by its words', async () => {
    await page.goto(pathTo('de', '/events', { q: event.title }));
    await expectAccessible(page);
    await page.getByRole('heading', { level: 3, name: event.title }).getByRole('link').click();
    await expect(heading(page)).toHaveText(event.title);
    await expect(page.getByText(t('events.panel.seatsLeft', { count: '4' }))).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a seat is held and paid', async () => {
    await takeLink(page).click();
    await pay(page);
    await expectAccessible(page);
  });

  await test.step('its page says so, and so do the appointments', async () => {
    await page.goto(event.page);
    await expect(page.getByText(t('events.panel.booked'))).toBeVisible();
    await page.goto(pathTo('de', '/appointments'));
    await page.getByRole('link', { name: event.title }).click();
    await expect(heading(page)).toHaveText(event.title);
    await expect(page.getByText(t('seats.status.booked'), { exact: true })).toBeVisible();
  });

  await test.step('cancelled in time, everything goes back', async () => {
    await cancel(page);
    await expect(page.getByText(t('seats.closed.client'))).toBeVisible();
    const { id: seatId } = await db().seat.findFirstOrThrow({ where: { client: { email } } });
    await expect(async () => {
      expect(await db().payment.findUniqueOrThrow({ where: { seatId } })).toMatchObject({
        status: 'refunded',
        refundedAmount: 2500,
      });
    }).toPass({ timeout: 15_000 });
    await page.goto(event.page);
    await expect(page.getByText(t('events.panel.seatsLeft', { count: '4' }))).toBeVisible();
  });
});

test('whoever stands in the line is kept the seat that becomes free, and pays for it', async ({
  page,
  browser,
}) => {
  const event = await planned({ maximumSeats: 1 });
  const holder = await makeAccount({ createdAt: await productNow() });
  const theirs = await (await browser.newContext()).newPage();
  await signInAs(theirs, holder.email);
  await theirs.goto(event.page);
  await expect(theirs.getByText(t('events.panel.lastSeats', { count: '1' }))).toBeVisible();
  await takeLink(theirs).click();
  await pay(theirs);

  const email = await makeClient('de');
  await signInAs(page, email);
  await page.goto(event.page);
  await expect(page.getByText(t('events.panel.full'))).toBeVisible();
  const seats = await page.request.get(`/api/events/${event.eventId}/seats`);
  expect([seats.status(), seats.headers()['cache-control']]).toEqual([200, 'no-store']);
  await page.getByRole('link', { name: t('events.panel.join') }).click();
  await expect(heading(page)).toHaveText(t('events.panel.join'));
  await expectAccessible(page);
  await page.getByRole('button', { name: t('events.panel.join') }).click();
  await expect(page.getByText(t('waiting.states.waiting'))).toBeVisible();
  await page.goto(event.page);
  await expect(page.getByText(t('events.panel.waiting'))).toBeVisible();

  const { id: seatId } = await db().seat.findFirstOrThrow({ where: { clientId: holder.accountId } });
  expect(await cancelSeat(holder, { seatId })).toMatchObject({ ok: true });
  await expect(async () => {
    await page.goto(pathTo('de', '/appointments'));
    await expect(page.getByText(t('waiting.states.offered'))).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByText(t('waiting.finish.heading'))).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('link', { name: t('waiting.take'), exact: true })
    .first()
    .click();
  await pay(page);
  const entry = await db().waitingEntry.findFirstOrThrow({ where: { client: { email } } });
  expect(entry.status).toBe('booked');
});

test('a free event is booked after asking, and given back at no cost', async ({ page }) => {
  const event = await planned({ priceAmount: 0 });
  await page.goto(event.page);
  await takeLink(page).click();
  await expect(heading(page)).toHaveText(t('auth.register.title'));

  await signInAs(page, await makeClient('de'));
  await page.goto(event.page);
  await takeLink(page).click();
  await expect(heading(page)).toHaveText(t('seats.choice.title'));
  await expectAccessible(page);
  await page.getByRole('button', { name: t('seats.choice.book') }).click();
  await expect(heading(page)).toHaveText(t('seats.result.booked.heading'));
  await page.getByRole('link', { name: t('seats.result.detail') }).click();
  await expect(heading(page)).toHaveText(event.title);
  await cancel(page);
});

test('without JavaScript a seat is held from the page of the event, and let go', async ({ browser }) => {
  const event = await planned();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, await makeClient('de'));
  await page.goto(event.page);
  await takeLink(page).click();
  await expect(heading(page)).toHaveText(t('booking.steps.pay'));
  expect(await db().seat.count({ where: { eventId: event.eventId, status: 'held' } })).toBe(1);
  await page.getByRole('button', { name: t('seats.hold.release') }).click();
  await expect(heading(page)).toHaveText(event.title);
  expect(await db().seat.count({ where: { eventId: event.eventId, status: 'held' } })).toBe(0);
  await context.close();
});
