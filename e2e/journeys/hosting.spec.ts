import type { Page } from '@playwright/test';
import type { AccountActor } from '@/lib/access/actor';
import { orderSeat } from '@/lib/events/seats/order-seat';
import { takeSeat } from '@/lib/events/seats/take-seat';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { message, messagePattern } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, productNow, signInAs, test } from '../fixtures/test';

const t = (key: string, values: Record<string, string> = {}) => message('en', key, values);

/** A day that can be paid for already. */
async function dayAhead(days: number): Promise<string> {
  return addHours(await productNow(), 24 * days)
    .toISOString()
    .slice(0, 10);
}

async function fillEvent(page: Page, { title, date }: { title: string; date: string }): Promise<void> {
  await page.locator('[name="title-en"]').fill(title);
  await page.locator('[name="date"]').fill(date);
  await page.locator('[name="time"]').fill('18:00');
  await page.locator('[name="minimumSeats"]').fill('1');
  await page.locator('[name="price"]').fill('25');
}

async function eventOf(providerId: string) {
  return db().event.findFirstOrThrow({ where: { providerId }, orderBy: { createdAt: 'desc' } });
}

/** The client orders a seat and pays; the payment service tells the product. */
async function buySeat(client: AccountActor, eventId: string): Promise<string> {
  const taken = await takeSeat(client, { eventId });
  if (!taken.ok) throw new Error(taken.error.code);
  const { seatId } = taken.value;
  const home = `${process.env.APP_URL}/en`;
  const ordered = await orderSeat(client, { seatId, earlyStart: true }, () => ({
    success: home,
    cancel: home,
    locale: 'en',
  }));
  if (!ordered.ok || !ordered.value.checkoutUrl) throw new Error('no checkout');
  await payCheckout(ordered.value.checkoutUrl);
  const isBooked = () => db().seat.count({ where: { id: seatId, status: 'booked' } });
  await expect.poll(isBooked, { timeout: 20_000 }).toBe(1);
  return seatId;
}

test('an advisor writes an event, changes it, puts it on sale and calls it off', async ({ page }) => {
  test.setTimeout(150_000);
  const advisor = await makeSpecialist();
  const title = 'An evening about rest';
  await signInAs(page, advisor.actor.email);
  await test.step('what is wrong is named at its field', async () => {
    await page.goto(pathTo('en', '/practice/events'));
    await expect(page.getByText(t('hosting.empty.heading'))).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole('link', { name: t('hosting.new') })
      .first()
      .click();
    await page.getByRole('button', { name: t('hosting.form.create') }).click();
    for (const name of ['title-fr', 'date', 'price'])
      await expect(page.locator(`[name="${name}"]`)).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
  });
  await test.step('the draft is kept, and nobody else sees it', async () => {
    await fillEvent(page, { title, date: await dayAhead(20) });
    await page.locator('label', { has: page.locator('[value="cover-sleep"]') }).click();
    await page.getByRole('button', { name: t('hosting.form.create') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText(t('hosting.status.draft'), { exact: true })).toBeVisible();
    await expectAccessible(page);
    const { id, status, cover } = await eventOf(advisor.providerId);
    expect([status, cover]).toEqual(['draft', 'cover-sleep']);
    expect((await page.request.get(pathTo('en', `/events/${id}`))).status()).toBe(404);
  });
  const { id: eventId } = await eventOf(advisor.providerId);
  await test.step('it changes', async () => {
    await page.getByRole('link', { name: t('hosting.edit'), exact: true }).click();
    await page.locator('[name="maximumSeats"]').fill('8');
    await page.getByRole('button', { name: t('hosting.form.save') }).click();
    await expect(
      page.getByText(t('hosting.seats', { booked: '0', maximum: '8' }), { exact: true }),
    ).toBeVisible();
  });
  await test.step('it goes on sale, on a page of its own', async () => {
    await page.getByRole('button', { name: t('hosting.publish.submit') }).click();
    await expect(page.getByText(t('hosting.status.onSale'), { exact: true })).toBeVisible();
    await page.getByRole('link', { name: t('hosting.detail.public') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  });
  const client = await makeAccount({ name: 'Jan Petersen', createdAt: await productNow() });
  const seatId = await buySeat(client, eventId);
  await test.step('who comes is listed, and what was sold stays as it is', async () => {
    await page.goto(pathTo('en', `/practice/events/${eventId}`));
    await expect(page.getByRole('link', { name: 'Jan Petersen' })).toBeVisible();
    await expectAccessible(page);
    await page.goto(pathTo('en', `/practice/events/${eventId}/edit`));
    await expect(page.getByText(t('hosting.form.fixed'), { exact: true })).toBeVisible();
    await expect(page.locator('[name="price"]')).not.toBeEditable();
    await expectAccessible(page);
  });
  await test.step('it is called off, after being told what goes back', async () => {
    await page.goto(pathTo('en', `/practice/events/${eventId}`));
    await page.getByRole('button', { name: t('hosting.cancel.submit') }).click();
    const dialog = page.getByRole('dialog', { name: t('hosting.cancel.heading', { title }) });
    await expect(dialog.getByText(/1 person gets back .*€25\.00/)).toBeVisible();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: t('hosting.cancel.submit') }).click();
    await expect(page.getByText(t('hosting.status.by_host'), { exact: true }).first()).toBeVisible();
    const refunded = async () => (await db().payment.findUniqueOrThrow({ where: { seatId } })).refundedAmount;
    await expect.poll(refunded, { timeout: 30_000 }).toBe(2500);
  });
  await test.step('it stands among what is over', async () => {
    await page.goto(pathTo('en', '/practice/events', { view: 'past' }));
    await expect(page.getByText(title)).toBeVisible();
    await expectAccessible(page);
  });
});

test('a draft is deleted after a question', async ({ page }) => {
  const advisor = await makeSpecialist();
  await signInAs(page, advisor.actor.email);
  await page.goto(pathTo('en', '/practice/events/new'));
  await fillEvent(page, { title: 'A draft', date: await dayAhead(20) });
  await page.getByRole('button', { name: t('hosting.form.create') }).click();
  await page.getByRole('button', { name: t('hosting.remove.submit') }).click();
  const dialog = page.getByRole('dialog', { name: t('hosting.remove.heading', { title: 'A draft' }) });
  await dialog.getByRole('button', { name: t('hosting.remove.submit') }).click();
  await expect(page.getByText(t('hosting.empty.heading'))).toBeVisible();
  expect(await db().event.count({ where: { providerId: advisor.providerId } })).toBe(0);
});

test('a member holds an event of an organisation, and finds it in the own agenda', async ({ page }) => {
  const organisation = await makeOrganisation({ provider: { displayName: 'Lantern Practice' } });
  const member = await makeSpecialist({ account: { name: 'Ines Duarte' } });
  await addMember(organisation, member);
  const title = 'Money in a family';
  const date = await dayAhead(25);
  await test.step('the owner chooses the host', async () => {
    await signInAs(page, organisation.actor.email);
    await page.goto(pathTo('en', '/practice/events/new'));
    await fillEvent(page, { title, date });
    await page.locator('[name="hostId"]').selectOption({ label: 'Ines Duarte' });
    await page.getByRole('button', { name: t('hosting.form.create') }).click();
    await expect(page.getByText('Ines Duarte')).toBeVisible();
    await page.getByRole('button', { name: t('hosting.publish.submit') }).click();
    await expect(page.getByText(t('hosting.status.onSale'), { exact: true })).toBeVisible();
  });
  const { id: eventId } = await eventOf(organisation.providerId);
  const taken = await db().occupancy.findUniqueOrThrow({ where: { sourceId: eventId } });
  expect(taken.specialistId).toBe(member.providerId);
  await test.step('the member sees it, and changes nothing', async () => {
    await page.context().clearCookies();
    await signInAs(page, member.actor.email);
    await page.goto(pathTo('en', '/practice/agenda', { view: 'list', date }));
    await page.getByRole('link', { name: title }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByText('Lantern Practice').first()).toBeVisible();
    await expect(page.getByRole('link', { name: t('hosting.edit'), exact: true })).toHaveCount(0);
    await expect(page.getByRole('button', { name: t('hosting.cancel.submit') })).toHaveCount(0);
    const edit = await page.request.get(pathTo('en', `/practice/events/${eventId}/edit`));
    expect(edit.status()).toBe(404);
    await expectAccessible(page);
  });
});

test('an admin says how many may come to the events of a provider', async ({ page }) => {
  const name = `Ilse ${newId().slice(-6)}`;
  const advisor = await makeSpecialist({ provider: { displayName: name } });
  const admin = await makeAccount({ isAdmin: true, createdAt: await productNow() });
  await signInAs(page, admin.email);
  await page.goto(pathTo('en', '/home'));
  await page
    .getByRole('link', { name: t('layout.dashboard.to.admin') })
    .first()
    .click();
  await page
    .getByRole('link', { name: t('layout.dashboard.providers') })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('admin.providers.title'));
  await expectAccessible(page);
  await page.getByLabel(t('admin.providers.search')).fill(name);
  await page.getByRole('button', { name: t('admin.providers.submit'), exact: true }).click();
  await page.getByRole('button', { name: t('admin.providers.changeNamed', { name }) }).click();
  const dialog = page.getByRole('dialog', { name: t('admin.providers.heading', { name }) });
  await expect(dialog.getByText(messagePattern('en', 'admin.providers.text'))).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel(t('admin.providers.field')).fill('1001');
  await dialog.getByRole('button', { name: t('admin.providers.save') }).click();
  await expect(dialog.getByText(t('errors.common.invalidNumber')).first()).toBeVisible();
  await dialog.getByLabel(t('admin.providers.field')).fill('120');
  await dialog.getByRole('button', { name: t('admin.providers.save') }).click();
  await expect(page.getByText(t('admin.providers.said', { name }))).toBeVisible();
  const { allowedPlaces } = await db().provider.findUniqueOrThrow({ where: { id: advisor.providerId } });
  expect(allowedPlaces).toBe(120);
  await page.context().clearCookies();
  await signInAs(page, advisor.actor.email);
  expect((await page.request.get(pathTo('en', '/admin/providers'))).status()).toBe(404);
});
