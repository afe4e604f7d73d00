import { db } from '@/lib/server/db/client';
import { addHours, addLocalDays, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { holdSlot } from '@/lib/booking/hold-slot';
import { orderBooking } from '@/lib/booking/order-booking';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, mailTo, productNow, signInAs, test } from '../fixtures/test';

const locale = 'en';
const zone = 'Europe/Paris';
const t = (key: string) => message(locale, key);

/** An accepted session at price 0 in the week after next, asked for as a client does. */
async function acceptedSession() {
  const specialist = await makeSpecialist({
    account: { locale, name: 'Iris Nolan' },
    provider: { timeZone: zone },
    services: [{ priceAmount: 0, confirmationMode: 'instant' }],
  });
  const client = await makeAccount({ locale, name: 'Amélie Roy', timeZone: zone });
  const now = await productNow();
  const offer = await readOffer(db(), specialist.serviceIds[0] ?? '');
  if (!offer) throw new Error('no offer');
  const window = { start: addHours(now, 24 * 9), end: addHours(now, 24 * 20) };
  const slots = await listFreeTimes(db(), offer, window, now);
  const slot = slots.find(({ start }) => start.getUTCDay() === 3 && start.getUTCHours() === 9);
  const held = await holdSlot(client, {
    serviceId: offer.serviceId,
    start: slot?.start ?? now,
    channel: undefined,
  });
  if (!held.ok) throw new Error(held.error.code);
  const { bookingId } = held.value;
  const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });
  await orderBooking(client, { bookingId, note: null, channel: undefined, earlyStart: true }, nowhere);
  return { specialist, client, bookingId, date: localDate(slot?.start ?? now, zone) };
}

const readBooking = (id: string) => db().booking.findUniqueOrThrow({ where: { id } });

test('a session is dragged to another time, the client accepts, both hear of it', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 1440, height: 1100 });
  const { specialist, client, bookingId, date } = await acceptedSession();
  await signInAs(page, specialist.actor.email);
  await page.goto(pathTo(locale, '/practice/agenda', { view: 'week', date }));
  const entry = page.getByRole('link', { name: /Amélie Roy/ });
  await expect(entry).toBeVisible();
  await expectAccessible(page);
  const box = await entry.boundingBox();
  const friday = await page.locator('[data-weekday="5"]').boundingBox();
  if (!box || !friday) throw new Error('no agenda');
  const hour = friday.height / 24;
  await page.mouse.move(box.x + box.width / 2, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(friday.x + friday.width / 2, box.y + hour);
  await page.mouse.move(friday.x + friday.width / 2, box.y + 5 + hour * 2);
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: t('agenda.move.heading') });
  await dialog.getByRole('textbox').fill('Would Friday suit you?');
  await dialog.getByRole('button', { name: t('agenda.move.propose') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(t('agenda.move.said').replace('{name}', 'Amélie Roy')).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /Amélie Roy/ })).toHaveCount(2);
  const mail = await mailTo(client.email, ({ text }) => text.includes(t('emails.facts.proposedTime')));
  expect(mail.subject).toContain(specialist.actor.name);
  const before = await readBooking(bookingId);
  const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const other = await context.newPage();
  await signInAs(other, client.email);
  await other.goto(pathTo(locale, `/appointments/${bookingId}`));
  await expectAccessible(other);
  await other.getByRole('button', { name: t('reschedule.banner.accept') }).click();
  await expect(other.getByText(t('reschedule.banner.accepted'))).toBeVisible();
  const after = await readBooking(bookingId);
  expect(after.startsAt.getTime() - before.startsAt.getTime()).toBe(50 * 3_600_000);
  await mailTo(client.email, ({ subject }) => subject.startsWith('Moved'));
  await context.close();
});

test('a client proposes another time from a phone, and takes it back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { client, bookingId, date } = await acceptedSession();
  await signInAs(page, client.email);
  await page.goto(pathTo(locale, `/appointments/${bookingId}`));
  await page.getByRole('link', { name: t('reschedule.move') }).click();
  await page.goto(`${page.url()}?from=${addLocalDays(date, 1)}`);
  await page.getByRole('group').first().getByText('10:00').click();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('reschedule.times.propose') }).click();
  const withdraw = page.getByRole('button', { name: t('reschedule.banner.withdraw') });
  await withdraw.click();
  await expect(page.getByText(t('reschedule.banner.withdrawn'))).toBeVisible();
  await expect(withdraw).toBeHidden();
  expect((await db().reschedule.findFirstOrThrow({ where: { bookingId } })).status).toBe('withdrawn');
});

test('time is blocked by drawing and by the form, and given back', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1100 });
  const { specialist, date } = await acceptedSession();
  await signInAs(page, specialist.actor.email);
  await page.goto(pathTo(locale, '/practice/agenda', { view: 'day', date }));
  const column = await page.locator('[data-weekday="1"]').boundingBox();
  if (!column) throw new Error('no agenda');
  const at = (hour: number) => column.y + (column.height / 24) * hour;
  await page.mouse.move(column.x + 200, at(13));
  await page.mouse.down();
  await page.mouse.move(column.x + 200, at(14));
  await page.mouse.move(column.x + 200, at(15));
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: t('agenda.block.heading') });
  await dialog.getByLabel(t('agenda.block.name')).fill('Dentist');
  await dialog.getByRole('button', { name: t('agenda.block.submit') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Dentist').first()).toBeVisible();
  await page.getByRole('button', { name: /^\d\d:\d\d Dentist/ }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('heading', { name: 'Dentist' })).toBeVisible();
  await page.keyboard.press('Escape');
  const [blocked] = await db().blockedTime.findMany({ where: { specialistId: specialist.providerId } });
  expect((blocked?.endsAt.getTime() ?? 0) - (blocked?.startsAt.getTime() ?? 0)).toBe(2 * 3_600_000);
  await page.getByLabel(t('agenda.block.from'), { exact: true }).fill(date);
  await page.getByLabel(t('agenda.block.fromTime'), { exact: true }).fill('10:00');
  await page.getByLabel(t('agenda.block.untilTime'), { exact: true }).fill('10:30');
  await page.getByRole('button', { name: t('agenda.block.submit') }).click();
  await expect(page.getByText(t('errors.availability.timeOccupied'))).toBeVisible();
  await page.getByRole('button', { name: /^Give back/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('agenda.block.remove') })
    .click();
  await expect(page.getByText('Dentist')).toHaveCount(0);
  for (const view of ['month', 'list']) {
    await page.goto(pathTo(locale, '/practice/agenda', { view, date }));
    await expect(page.getByText('Amélie Roy').first()).toBeVisible();
    await expectAccessible(page);
  }
});
