import { db } from '@/lib/server/db/client';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, productNow, signInAs, test } from '../fixtures/test';

type Page = import('@playwright/test').Page;

/** Asks for a file as the browser would, with the cookies of the page. */
async function fileAt(page: Page, path: string): Promise<{ status: number; name: string; head: string }> {
  const answer = await page.request.get(path);
  const body = await answer.body();
  return {
    status: answer.status(),
    name: answer.headers()['content-disposition'] ?? '',
    head: body.subarray(0, 5).toString(),
  };
}

test('an advisor has the invoices of the months before and the year as a table', async ({ page }) => {
  const locale = 'de';
  const t = (key: string) => message(locale, key);
  await signInAs(page, 'specialist@demo.example');
  await page.goto(pathTo(locale, '/practice/earnings'));
  await page.getByRole('link', { name: t('documents.papers.invoices') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('documents.list.title'));
  await expectAccessible(page);
  const paper = page.locator('a[href^="/api/documents/"]').first();
  const path = (await paper.getAttribute('href')) ?? '';
  expect(await fileAt(page, path)).toMatchObject({
    status: 200,
    name: expect.stringMatching(/^attachment; filename="[CK]-\d{4}-\d{5}\.pdf"$/),
    head: '%PDF-',
  });
  const year = (await productNow()).getUTCFullYear();
  expect((await fileAt(page, `/api/earnings?year=${year}`)).status).toBe(200);
  await signInAs(page, 'client@demo.example');
  expect((await fileAt(page, path)).status).toBe(404);
  expect((await fileAt(page, `/api/earnings?year=${year}`)).status).toBe(404);
});

test('a client has the receipt of what was paid, and nobody else has it', async ({ page }) => {
  const locale = 'ru';
  await signInAs(page, 'client@demo.example');
  const paid = await db().payment.findFirstOrThrow({
    where: {
      paidAmount: { gt: 0 },
      bookingId: { not: null },
      booking: { client: { email: 'client@demo.example' }, status: { in: ['accepted', 'completed'] } },
    },
    select: { bookingId: true },
  });
  const bookingId = paid.bookingId ?? '';
  await page.goto(pathTo(locale, `/appointments/${bookingId}`));
  const link = page.getByRole('link', { name: message(locale, 'documents.receipt.download') });
  const path = (await link.getAttribute('href')) ?? '';
  expect(path).toBe(`/api/receipts/booking/${bookingId}`);
  const first = await fileAt(page, path);
  expect(first).toMatchObject({ status: 200, head: '%PDF-', name: expect.stringContaining('R-') });
  expect((await fileAt(page, path)).name).toBe(first.name);
  await signInAs(page, (await makeAccount()).email);
  expect((await fileAt(page, path)).status).toBe(404);
});

test('an advisor gives the tax details before anything is paid out', async ({ page }) => {
  const locale = 'fr';
  const t = (key: string) => message(locale, key);
  const { actor, providerId } = await makeSpecialist();
  await signInAs(page, actor.email);
  await page.goto(pathTo(locale, '/practice/earnings'));
  await page.getByRole('link', { name: t('documents.tax.enter') }).click();
  await page.getByRole('button', { name: t('documents.tax.save') }).click();
  await expect(page.getByText(t('errors.common.required')).first()).toBeVisible();
  await expectAccessible(page);
  await page.locator('[name="kind"][value="individual"]').check();
  const given = {
    givenName: 'Nora',
    legalName: 'Wieland',
    street: 'Lindenstr. 1',
    city: 'Berlin',
    tin: '12 345 678 901',
    birthDate: '1985-04-12',
  };
  for (const [name, value] of Object.entries(given)) await page.locator(`[name="${name}"]`).fill(value);
  for (const name of ['country', 'tinCountry']) await page.locator(`[name="${name}"]`).selectOption('DE');
  await page.getByRole('button', { name: t('documents.tax.save') }).click();
  await expect(page.getByText(t('documents.tax.saved'))).toBeVisible();
  expect(await db().taxData.count({ where: { providerId } })).toBe(1);
  await page.goto(pathTo(locale, '/practice/earnings'));
  await expect(page.getByText(t('documents.tax.missing'))).toHaveCount(0);
});
