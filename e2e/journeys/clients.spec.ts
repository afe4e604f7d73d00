import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { addHours, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeTie } from '@/prisma/seed/factories/bookings';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { type Locale, message, messagePattern } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, productNow, signInAs, test } from '../fixtures/test';

type Page = import('@playwright/test').Page;

/** An advisor with one client of this name, and the words of the advisor's language. */
async function makePair(locale: Locale, name: string) {
  const specialist = await makeSpecialist({
    account: { locale, name: 'Iris Nolan' },
    services: [{ priceAmount: 0 }],
  });
  const client = await makeAccount({ name, locale, email: `client-${newId()}@example.com` });
  await makeTie(specialist.providerId, client.accountId);
  const file = pathTo(locale, `/practice/clients/${client.accountId}`);
  const t = (key: string, values: Record<string, string> = {}) => message(locale, key, values);
  return { specialist, client, file, t };
}
type Pair = Awaited<ReturnType<typeof makePair>>;

/** Three o'clock at night in a week. */
async function propose(page: Page, { t, client }: Pair, title: string, hasScript = true): Promise<void> {
  await page.getByRole('link', { name: t('clients.file.propose') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('clients.propose.title', { name: client.name }),
  );
  // The check runs in the page.
  if (hasScript) await expectAccessible(page);
  await page.locator('[name="title"]').fill(title);
  await page.locator('[name="date"]').fill(localDate(addHours(await productNow(), 24 * 7), 'Europe/Berlin'));
  await page.locator('[name="time"]').fill('03:00');
  await page.locator('[name="price"]').fill('0');
  await page.getByRole('button', { name: t('clients.propose.send') }).click();
  await expect(page.getByText(t('ui.status.proposed')).first()).toBeVisible();
}

test('an advisor notes something about a client, and takes a deleted note back', async ({ page }) => {
  const pair = await makePair('en', 'Nora Quist');
  const { t, file, specialist } = pair;
  await signInAs(page, specialist.actor.email);
  await page.goto(pathTo('en', '/practice/clients', { q: 'quist' }));
  await page.getByRole('link', { name: /Nora Quist/ }).click();
  await expect(page).toHaveURL(new RegExp(`${file}$`));
  await page.getByLabel(t('clients.notes.text')).fill('Sleeps better.\nSecond line.');
  await page.getByRole('button', { name: t('clients.notes.add') }).click();
  const note = page.getByRole('article').filter({ hasText: 'Sleeps better.' });
  await expect(note).toBeVisible();
  await expect(page.getByLabel(t('clients.notes.text'))).toHaveValue('');
  await expectAccessible(page);
  await note.getByRole('button', { name: messagePattern('en', 'clients.notes.deleteNamed') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('clients.notes.delete'), exact: true })
    .click();
  await expect(note).toHaveCount(0);
  await page.locator('summary').filter({ hasText: '1 deleted note' }).click();
  await page.getByRole('button', { name: messagePattern('en', 'clients.notes.restoreNamed') }).click();
  await expect(note).toBeVisible();
  const rows = await db().clientNote.findMany({ where: { providerId: specialist.providerId } });
  expect(rows.map(({ sealed }) => Buffer.from(sealed).toString('latin1')).join()).not.toContain('Sleeps');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an advisor proposes a session, the client accepts it', async ({ page }) => {
    const pair = await makePair('fr', 'Noé Rey');
    const { t, file, specialist, client } = pair;
    await signInAs(page, specialist.actor.email);
    await page.goto(file);
    await propose(page, pair, 'Le point ensemble', false);
    await page.context().clearCookies();
    await signInAs(page, client.email);
    await page.goto(pathTo('fr', '/appointments'));
    await page.getByRole('link', { name: /Le point ensemble/ }).click();
    await page.getByRole('link', { name: t('appointments.proposal.accept') }).click();
    await expect(page.getByText('Le point ensemble')).toBeVisible();
    await page.getByRole('button', { name: t('booking.order.free.instant') }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('booking.result.accepted.heading'));
  });
});

test('a client declines a proposal, and the advisor reads why', async ({ page }) => {
  const pair = await makePair('de', 'Nils Ruge');
  const { t, file, specialist, client } = pair;
  await signInAs(page, specialist.actor.email);
  await page.goto(file);
  await propose(page, pair, 'Gemeinsam Bilanz ziehen');
  const address = page.url().split('/').at(-1) ?? '';
  await page.context().clearCookies();
  await signInAs(page, client.email);
  await page.goto(pathTo('de', `/appointments/${address}`));
  await expectAccessible(page);
  await page.getByRole('button', { name: t('appointments.proposal.decline') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('appointments.actions.reason')).fill('Ich bin verreist.');
  await dialog.getByRole('button', { name: t('appointments.proposal.decline') }).click();
  await expect(page.getByText(t('appointments.closed.declined'))).toBeVisible();
  await page.context().clearCookies();
  await signInAs(page, specialist.actor.email);
  await page.goto(pathTo('de', `/practice/appointments/${address}`));
  await expect(page.getByText('Ich bin verreist.')).toBeVisible();
  await expect(page.getByText(t('practice.closed.declined'))).toBeVisible();
});
