import { db } from '@/lib/server/db/client';
import { addLocalDays, localDate } from '@/lib/shared/time';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, productNow, signInAs, test } from '../fixtures/test';

type Page = import('@playwright/test').Page;
const locale = 'en';
const t = (key: string) => message(locale, key);

/** A specialist with hours on Monday mornings, signed in. */
async function open(page: Page, path: '/practice/availability' | '/practice/availability/exceptions') {
  const made = await makeSpecialist({
    account: { locale, name: 'Iris Nolan' },
    ranges: [{ weekday: 1, startMinute: 540, endMinute: 720 }],
    provider: { timeZone: 'Europe/Paris' },
  });
  await signInAs(page, made.actor.email);
  await page.goto(pathTo(locale, path));
  return made;
}

const stored = (providerId: string) =>
  db().weeklyRange.findMany({
    where: { providerId },
    select: { weekday: true, startMinute: true, endMinute: true, priceAmount: true, channels: true },
    orderBy: [{ weekday: 'asc' }, { startMinute: 'asc' }],
  });

/** Where a day and an hour of the sheet are on the screen. */
async function at(page: Page, weekday: number, hour: number) {
  const box = await page.locator(`[data-weekday="${weekday}"]`).boundingBox();
  if (!box) throw new Error('no sheet');
  return { x: box.x + box.width / 2, y: box.y + (box.height / 24) * hour };
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}

async function save(page: Page) {
  await page.getByRole('button', { name: t('availability.save'), exact: true }).click();
  await expect(page.getByText(t('availability.saved'))).toBeVisible();
}

test('the week is drawn, moved, stretched, given a price and taken back by mouse', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  const { providerId } = await open(page, '/practice/availability');
  const monday = page.getByRole('button', { name: /^Monday, 09:00–12:00/ });
  await expect(monday).toBeVisible();
  await drag(page, await at(page, 3, 13), await at(page, 3, 16));
  await expect(page.getByRole('button', { name: /^Wednesday, 13:00–16:00/ })).toBeVisible();
  await drag(page, await at(page, 1, 10), await at(page, 2, 11));
  await expect(page.getByRole('button', { name: /^Tuesday, 10:00–13:00/ })).toBeVisible();
  await drag(page, await at(page, 2, 12.95), await at(page, 2, 14));
  const tuesday = page.getByRole('button', { name: /^Tuesday, 10:00–14:00/ });
  await tuesday.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('availability.price')).fill('0,20');
  await dialog.getByRole('button', { name: t('availability.apply') }).click();
  await expect(dialog.getByText(t('errors.service.priceTooLow'))).toBeVisible();
  await dialog.getByLabel(t('availability.price')).fill('95');
  await dialog.getByLabel(t('availability.channels.in_person')).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: t('availability.apply') }).click();
  await expect(dialog).toBeHidden();
  await drag(page, await at(page, 5, 9), await at(page, 5, 10));
  await page.getByRole('button', { name: t('availability.undo') }).click();
  await expect(page.getByRole('button', { name: /^Friday, 09:00/ })).toBeHidden();
  await expect(page.getByText(t('availability.unsaved'))).toBeVisible();
  await save(page);
  await expect(page.getByText(t('availability.unsaved'))).toBeHidden();
  await expect(page.getByRole('button', { name: /^Tuesday, 10:00–14:00, €95, On site/ })).toBeVisible();
  expect(await stored(providerId)).toEqual([
    { weekday: 2, startMinute: 600, endMinute: 840, priceAmount: 9500, channels: ['in_person'] },
    { weekday: 3, startMinute: 780, endMinute: 960, priceAmount: null, channels: [] },
  ]);
});

test('the keyboard alone does the same, and overlapping hours are refused', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  const { providerId } = await open(page, '/practice/availability');
  await page.getByRole('button', { name: /^Monday, 09:00–12:00/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('button', { name: /^Monday, 09:15–12:30/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: /^Tuesday, 09:15–12:30/ })).toBeFocused();
  await page.getByRole('button', { name: 'Tuesday: add hours' }).click();
  const added = page.getByRole('button', { name: /^Tuesday, 13:00–14:00/ });
  await added.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowUp');
  await expect(page.getByText(t('availability.overlaps'))).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: /^Tuesday, 1[23]:/ })).toBeHidden();
  await save(page);
  expect(await stored(providerId)).toMatchObject([{ weekday: 2, startMinute: 555, endMinute: 750 }]);
});

test('a second saving is confirmed like the first, until something changes again', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/practice/availability');
  const start = page.locator('[name="day-1-0-start"]');
  for (const time of ['08:00', '08:30']) {
    await start.fill(time);
    await expect(page.getByText(t('availability.unsaved'))).toBeVisible();
    await expect(page.getByText(t('availability.saved'))).toBeHidden();
    await save(page);
    await expect(page.getByText(t('availability.saved'))).toBeInViewport();
    await expect(page.getByText(t('availability.unsaved'))).toBeHidden();
  }
});

test('the preview follows the week before it is saved, in the zone of a client', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/practice/availability');
  const preview = page.getByRole('region', { name: t('availability.preview.heading') });
  await expect(preview.getByText('09:00').first()).toBeVisible();
  await preview.getByLabel(t('availability.preview.zone')).selectOption('Asia/Kathmandu');
  await expect(preview.getByText(/^(12:45|13:45)$/).first()).toBeVisible();
  await page.locator('[name="day-1-0-start"]').fill('07:00');
  await expect(preview.getByText(/^(10:45|11:45)$/).first()).toBeVisible();
});

test('holidays are picked in the calendar, named with the sessions that stay, and removed', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 1000 });
  const { providerId } = await open(page, '/practice/availability/exceptions');
  const today = localDate(await productNow(), 'Europe/Paris');
  const [first, last] = [addLocalDays(today, 40), addLocalDays(today, 43)];
  const months = (Number(first.slice(0, 4)) - Number(today.slice(0, 4))) * 12;
  const turns = months + Number(first.slice(5, 7)) - Number(today.slice(5, 7));
  for (let turn = 0; turn < turns; turn += 1)
    await page.getByRole('button', { name: t('availability.exceptions.nextMonth') }).click();
  await page.locator(`[data-date="${first}"]`).click();
  await page.getByLabel(t('availability.exceptions.last')).fill(last);
  await expectAccessible(page);
  await page.getByRole('button', { name: t('availability.exceptions.save') }).click();
  await expect(page.getByText(t('availability.exceptions.saved'))).toBeVisible();
  await expect(page.getByLabel(t('availability.exceptions.first'))).toHaveValue('');
  await expect(page.locator(`[data-date="${first}"]`)).toHaveAccessibleName(
    new RegExp(t('availability.exceptions.kinds.closed')),
  );
  expect(await db().dayException.count({ where: { providerId, kind: 'closed' } })).toBe(4);
  await page.getByRole('button', { name: /^Remove: / }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('availability.exceptions.remove'), exact: true })
    .click();
  await expect(page.getByText(t('availability.exceptions.emptyHeading'))).toBeVisible();
  expect(await db().dayException.count({ where: { providerId } })).toBe(0);
});
