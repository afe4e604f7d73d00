import { db } from '@/lib/server/db/client';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, signInAs, test } from '../fixtures/test';

const locale = 'en';
const t = (key: string) => message(locale, key);
const calendars = (key: string) => t(`availability.calendars.${key}`);
const feed = (key: string) => t(`calendarFeed.${key}`);

test('a calendar from elsewhere is added, read in the background, and removed', async ({ page }) => {
  const { actor, providerId } = await makeSpecialist({ account: { locale, name: 'Iris Nolan' } });
  await signInAs(page, actor.email);
  await page.goto(pathTo(locale, '/practice/availability/calendars'));
  await expect(page.getByText(calendars('emptyHeading'))).toBeVisible();
  await page.getByLabel(calendars('name'), { exact: true }).fill('Work');
  await page.getByLabel(calendars('address')).fill('http://127.0.0.1/basic.ics');
  await page.getByRole('button', { name: calendars('add'), exact: true }).click();
  await expect(page.getByText(t('errors.availability.calendarAddress'))).toBeVisible();
  await page.getByLabel(calendars('address')).fill('webcal://calendar.invalid/secret.ics');
  await page.getByRole('button', { name: calendars('add'), exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Work', exact: true })).toBeVisible();
  // Nobody answers at that name: the worker finds out, the page shows it by itself.
  await expect(page.getByText(calendars('states.failing'), { exact: true })).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('secret.ics')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove: Work' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: calendars('remove'), exact: true })
    .click();
  await expect(page.getByText(calendars('emptyHeading'))).toBeVisible();
  expect(await db().calendarSource.count({ where: { specialistId: providerId } })).toBe(0);
});

test('the address of one’s appointments is made, replaced and switched off', async ({ page, request }) => {
  const { email } = await makeAccount({ locale });
  await signInAs(page, email);
  await page.goto(pathTo(locale, '/settings'));
  await page.getByRole('button', { name: feed('make') }).click();
  const field = page.getByLabel(feed('address'));
  const first = await field.inputValue();
  const answer = await request.get(first);
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  await expectAccessible(page);
  await page.getByRole('button', { name: feed('renew.action'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: feed('renew.action'), exact: true })
    .click();
  await expect(field).not.toHaveValue(first);
  const second = await field.inputValue();
  expect([(await request.get(first)).status(), (await request.get(second)).status()]).toEqual([404, 200]);
  await page.getByRole('button', { name: feed('end.action'), exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: feed('end.action'), exact: true })
    .click();
  await expect(page.getByRole('button', { name: feed('make') })).toBeVisible();
  expect((await request.get(second)).status()).toBe(404);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the address is made, shown and switched off too', async ({ page }) => {
    const { email } = await makeAccount({ locale });
    await signInAs(page, email);
    await page.goto(pathTo(locale, '/settings'));
    await page.getByRole('button', { name: feed('make') }).click();
    await expect(page.getByLabel(feed('address'))).toHaveValue(/\/api\/calendar\/[\w-]{43}\.ics$/);
    const fold = page.locator('details').filter({ hasText: feed('end.text') });
    await fold.locator('summary').click();
    await fold.getByRole('button', { name: feed('end.action') }).click();
    await expect(page.getByRole('button', { name: feed('make') })).toBeVisible();
  });
});
