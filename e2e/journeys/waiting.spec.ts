import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { acceptBooking } from '@/lib/booking/accept-booking';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { holdSlot } from '@/lib/booking/hold-slot';
import { orderBooking } from '@/lib/booking/order-booking';
import { db } from '@/lib/server/db/client';
import { addHours, epochDayToWeekday, localDate, localDateToEpochDay } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { makeClient } from '../fixtures/clients';
import { message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, productNow, signInAs, test } from '../fixtures/test';

const t = (key: string, values?: Record<string, string>) => message('de', key, values);
const zone = 'Europe/Berlin';

/** Somebody with one session a week, which is booked. */
async function bookedOut() {
  const day = localDate(addHours(await productNow(), 24 * 8), zone);
  const weekday = epochDayToWeekday(localDateToEpochDay(day));
  const specialist = await makeSpecialist({
    account: { name: 'Ute Brandt' },
    ranges: [{ weekday, startMinute: 600, endMinute: 660 }],
    services: [{ priceAmount: 0, horizonDays: 12, titles: { de: 'Einzelsitzung' } }],
  });
  const holder = await makeAccount();
  const serviceId = specialist.serviceIds[0] ?? '';
  const start = instantOfWall(day, 600, zone);
  const held = await holdSlot(holder, { serviceId, start, channel: undefined });
  if (!held.ok) throw new Error(held.error.code);
  const { bookingId } = held.value;
  const back = () => ({ success: '', cancel: '', locale: 'de' as const });
  const ordered = await orderBooking(
    holder,
    { bookingId, note: null, channel: undefined, earlyStart: true },
    back,
  );
  const accepted = await acceptBooking(specialist.actor, { bookingId });
  if (!ordered.ok || !accepted.ok) throw new Error('not booked');
  return { day, specialist, holder, bookingId };
}

test('whoever waits is kept the place that becomes free, and takes it', async ({ page }) => {
  const { day, specialist, holder, bookingId } = await bookedOut();
  const [serviceId = ''] = specialist.serviceIds;
  const email = await makeClient();
  await signInAs(page, email);
  await page.goto(pathTo('de', `/waiting/${serviceId}`));
  await expectAccessible(page);
  await page.getByLabel(t('waiting.first')).fill(day);
  await page.getByRole('button', { name: t('waiting.join') }).click();
  await expect(page.getByText(t('waiting.states.waiting'))).toBeVisible();
  await expectAccessible(page);

  expect(await cancelBooking(holder, { bookingId, reason: null })).toMatchObject({ ok: true });
  await page.reload();
  await expect(page.getByText(t('waiting.states.offered'))).toBeVisible();
  await expect(page.getByText(t('waiting.finish.heading'))).toBeVisible();
  await page
    .getByRole('link', { name: t('waiting.take'), exact: true })
    .first()
    .click();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('booking.order.free.request') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('booking.result.pending.heading'));
  const entry = await db().waitingEntry.findFirstOrThrow({ where: { client: { email } } });
  expect(entry.status).toBe('booked');
});

test('somebody who waits no longer is off the list', async ({ page }) => {
  const { day, specialist } = await bookedOut();
  const email = await makeClient();
  await signInAs(page, email);
  await page.goto(pathTo('de', `/waiting/${specialist.serviceIds[0]}`));
  await page.getByLabel(t('waiting.first')).fill(day);
  await page.getByRole('button', { name: t('waiting.join') }).click();
  const named = t('waiting.leave.named', { service: 'Einzelsitzung' });
  await page.getByRole('button', { name: named }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('waiting.leave.action') })
    .click();
  await expect(page.getByText(t('waiting.states.waiting'))).toHaveCount(0);
});

test('the first in line is kept the place, the second goes on waiting', async ({ page }) => {
  const { day, specialist, holder, bookingId } = await bookedOut();
  const [serviceId = ''] = specialist.serviceIds;
  const [first, second] = [await makeClient(), await makeClient()];
  for (const email of [first, second]) {
    await page.context().clearCookies();
    await signInAs(page, email);
    await page.goto(pathTo('de', `/waiting/${serviceId}`));
    await page.getByLabel(t('waiting.first')).fill(day);
    await page.getByRole('button', { name: t('waiting.join') }).click();
    await expect(page.getByText(t('waiting.states.waiting'))).toBeVisible();
  }
  expect(await cancelBooking(holder, { bookingId, reason: null })).toMatchObject({ ok: true });
  await page.reload();
  await expect(page.getByText(t('waiting.states.waiting'))).toBeVisible();
  await expect(page.getByText(t('waiting.states.offered'))).toHaveCount(0);
  await page.context().clearCookies();
  await signInAs(page, first);
  await page.goto(pathTo('de', '/appointments'));
  await expect(page.getByText(t('waiting.states.offered'))).toBeVisible();
});
