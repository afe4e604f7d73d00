import { db } from '@/lib/server/db/client';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { letEventsWait } from '../fixtures/checkout';
import { message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, signInAs, test } from '../fixtures/test';

test('an advisor connects an account, and reads that it is ready as soon as the service has said so', async ({
  page,
}) => {
  const locale = 'fr';
  const t = (key: string) => message(locale, `earnings.account.${key}`);
  const { actor } = await makeSpecialist({ account: { locale } });
  const { email } = await db().account.findUniqueOrThrow({ where: { id: actor.accountId } });
  await signInAs(page, email);
  await page.goto(pathTo(locale, '/practice/earnings'));
  await page.getByRole('button', { name: t('start') }).click();
  await page.locator('button[value="prefill"]').click();
  await letEventsWait(true);
  await page.locator('button[value="submit"]').click();
  await expect(page.getByText(t('checking'))).toBeVisible();
  await expectAccessible(page);
  await letEventsWait(false);
  await expect(page.getByRole('button', { name: t('dashboard') })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(t('checking'))).toBeHidden();
});
