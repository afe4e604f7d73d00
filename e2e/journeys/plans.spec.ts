import { db } from '@/lib/server/db/client';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { payOnHostedPage } from '../fixtures/checkout';
import { makeClient } from '../fixtures/clients';
import { type Locale, message, messagePattern } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, signInAs, test } from '../fixtures/test';

type Page = import('@playwright/test').Page;

const names = { fr: 'Premium', ru: 'Premium', de: 'Premium', en: 'Premium' };

async function payFromBanner(page: Page, locale: Locale): Promise<void> {
  await page.getByRole('button', { name: messagePattern(locale, 'plan.banners.pay') }).click();
  await payOnHostedPage(page);
  await expect(
    page.getByText(message(locale, 'plan.banners.arrived', { plan: names[locale] })),
  ).toBeVisible();
}

test('registering on a plan that is paid: left, finished later, and then the profile', async ({ page }) => {
  const t = (key: string, values?: Record<string, string>) => message('fr', key, values);
  await signInAs(page, await makeClient('fr'));
  await page.goto(pathTo('fr', '/become-advisor', { kind: 'specialist' }));
  await expect(page.locator('[name="planCode"]:checked')).toHaveCount(0);
  await page.getByRole('button', { name: t('becomeAdvisor.submit') }).click();
  await expect(page.getByText(t('errors.common.required')).first()).toBeVisible();
  await expect(page.locator('[name="planCode"]').first()).toBeFocused();
  await page.locator('[name="planCode"][value="premium"]').check();
  await page.getByLabel(t('becomeAdvisor.specialist.displayName')).fill('Lou Marchand');
  await page.getByRole('button', { name: t('becomeAdvisor.submit') }).click();
  await page.waitForURL(/\/c\/pay\//);
  await page.goto(pathTo('fr', '/practice/plan', { back: 'open' }));
  await expect(page.getByText(t('plan.banners.unpaidHeading', { plan: 'Premium' }))).toBeVisible();
  await expectAccessible(page);
  await payFromBanner(page, 'fr');
  await page.getByRole('link', { name: t('plan.banners.profileLink') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('profileEditor.title'));
});

test('the plan that is pressed on the page of plans is chosen; who has one is led to theirs', async ({
  page,
}) => {
  const t = (key: string, values?: Record<string, string>) => message('ru', key, values);
  const begin = page.getByRole('link', { name: t('plan.public.begin', { plan: 'Premium' }), exact: true });
  await signInAs(page, await makeClient('ru'));
  await page.goto(pathTo('ru', '/plans'));
  await begin.click();
  await page.getByRole('link', { name: t('becomeAdvisor.specialist.choose') }).click();
  await expect(page.locator('[name="planCode"]:checked')).toHaveValue('premium');
  const { actor } = await makeSpecialist({ account: { locale: 'ru' } });
  await signInAs(page, actor.email);
  await page.goto(pathTo('ru', '/plans'));
  await begin.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('plan.title'));
});

test('up at once, cancelled with a question, and kept after all', async ({ page }) => {
  const t = (key: string, values?: Record<string, string>) => message('de', key, values);
  const { actor } = await makeSpecialist({ account: { locale: 'de' } });
  await signInAs(page, actor.email);
  await page.goto(pathTo('de', '/practice/plan'));
  await page.getByRole('button', { name: /Basic PLUS/ }).click();
  await payOnHostedPage(page);
  await expect(page.getByText(t('plan.banners.arrived', { plan: 'Basic PLUS' }))).toBeVisible();
  await page.getByRole('button', { name: t('plan.choose.button', { plan: 'Premium' }), exact: true }).click();
  await page.getByRole('button', { name: t('plan.choose.payNow') }).click();
  await expect(page.getByText(t('plan.choose.saidNow', { plan: 'Premium' }))).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: t('plan.cancel.button') }).click();
  const question = page.getByRole('dialog', { name: t('plan.cancel.heading', { plan: 'Premium' }) });
  await expect(question).toContainText(t('plan.features.guests'));
  await question.getByRole('button', { name: t('plan.cancel.confirm') }).click();
  const resume = page.getByRole('button', { name: t('plan.banners.resume', { plan: 'Premium' }) });
  await expect(resume).toBeVisible();
  await expectAccessible(page);
  await resume.click();
  await expect(page.getByRole('button', { name: t('plan.cancel.button') })).toBeVisible();
});

test('a minimum of the operator names itself where a price is too low', async ({ page, browser }) => {
  const t = (key: string, values?: Record<string, string>) => message('en', key, values);
  const admin = await makeAccount({ isAdmin: true });
  await signInAs(page, admin.email);
  await page.goto(pathTo('en', '/admin/plans'));
  await expectAccessible(page);
  const field = page.getByLabel(t('admin.plans.minimums.kinds.voice'));
  const save = page.getByRole('button', { name: t('admin.plans.minimums.save') });
  await field.fill('45');
  await save.click();
  await expect(page.getByText(t('admin.plans.minimums.saved'))).toBeVisible();
  try {
    const { actor, serviceIds } = await makeSpecialist({
      services: [{ kind: 'voice', channels: ['voice'], priceAmount: 3000 }],
    });
    const context = await browser.newContext();
    const advisor = await context.newPage();
    await signInAs(advisor, actor.email);
    await advisor.goto(pathTo('en', '/practice/services'));
    await expect(advisor.getByText(t('plan.lowPrices.heading'))).toBeVisible();
    await advisor.goto(pathTo('en', `/practice/services/${serviceIds[0]}`));
    await advisor.getByRole('button', { name: t('services.form.save') }).click();
    await expect(advisor.getByText(t('plan.belowMinimum', { minimum: '€45.00' })).first()).toBeVisible();
    await context.close();
  } finally {
    await field.fill('');
    await save.click();
    await expect
      .poll(async () => (await db().minimumPrice.findUniqueOrThrow({ where: { kind: 'voice' } })).amount)
      .toBe(0);
  }
});
