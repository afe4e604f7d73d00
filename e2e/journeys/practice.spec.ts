import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { makeClient } from '../fixtures/clients';
import { type Locale, message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, signInAs, test } from '../fixtures/test';

type Page = import('@playwright/test').Page;

async function becomeAdvisor(page: Page, locale: Locale, name: string): Promise<void> {
  const t = (key: string) => message(locale, key);
  await signInAs(page, await makeClient(locale));
  await page.goto(pathTo(locale, '/practice'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('becomeAdvisor.title'));
  await page.getByRole('link', { name: t('becomeAdvisor.specialist.choose') }).click();
  await expect(page.locator('[name="planCode"]:checked')).toHaveCount(0);
  await page.locator('[name="planCode"][value="basic"]').check();
  await page.getByLabel(t('becomeAdvisor.specialist.displayName')).fill(name);
  await page.getByLabel(t('specialities.sleep')).check();
  await page.getByRole('button', { name: t('becomeAdvisor.submit') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('profileEditor.title'));
}

async function fillProfile(page: Page, locale: Locale, headline: string): Promise<void> {
  const t = (key: string) => message(locale, key);
  const texts = page.locator('#texts');
  await texts.getByLabel(t('profileEditor.texts.headline')).first().fill(headline);
  await texts.getByRole('button', { name: t('profileEditor.save') }).click();
  await expect(texts.getByRole('status')).toHaveText(t('profileEditor.saved'));
  const seller = page.locator('#seller');
  await seller.getByLabel(t('profileEditor.seller.name')).fill('Zoë Brandt EI');
  await seller.getByLabel(t('profileEditor.seller.address')).fill('1, rue du Lac\n1200 Genève');
  await seller.getByRole('button', { name: t('profileEditor.save') }).click();
  await expect(seller.getByRole('status')).toHaveText(t('profileEditor.saved'));
}

async function addService(page: Page, locale: Locale, title: string): Promise<void> {
  const t = (key: string) => message(locale, key);
  await page.goto(pathTo(locale, '/practice/services/new'));
  await page.getByLabel(t('services.form.titleField')).first().fill(title);
  const price = page.getByLabel(t('services.form.price').replace('{currency}', '€'));
  await price.fill('70 euros');
  await page.getByRole('button', { name: t('services.form.create') }).click();
  await expect(page.getByText(t('errors.service.priceInvalid'))).toBeVisible();
  await expect(price).toBeFocused();
  await expectAccessible(page);
  await price.fill('70,50');
  await page.getByRole('button', { name: t('services.form.create') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('services.title'));
  await expect(page.getByText(title)).toBeVisible();
}

test('a client becomes a specialist, fills everything in and is public at once', async ({ page }) => {
  const locale = 'fr';
  const t = (key: string) => message(locale, key);
  await becomeAdvisor(page, locale, 'Zoë Brandt');
  await expectAccessible(page);
  await fillProfile(page, locale, 'Des nuits plus calmes');
  await addService(page, locale, 'Séance de sommeil');
  await page.goto(pathTo(locale, '/practice/profile'));
  await page.getByRole('button', { name: t('profileEditor.status.publish') }).click();
  const link = page.getByRole('link', { name: t('profileEditor.status.view') });
  await expect(link).toBeVisible();
  const address = (await link.getAttribute('href')) ?? '';
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zoë Brandt');
  await expect(page.getByText('Des nuits plus calmes')).toBeVisible();
  await page.goto(pathTo(locale, '/practice/profile'));
  await page.locator('#texts').getByLabel(t('profileEditor.texts.headline')).first().fill('Dormir enfin');
  await page
    .locator('#texts')
    .getByRole('button', { name: t('profileEditor.save') })
    .click();
  await expect(page.locator('#texts').getByRole('status')).toBeVisible();
  await expect(async () => {
    expect(await (await page.request.get(address)).text()).toContain('Dormir enfin');
  }).toPass({ timeout: 2_000 });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the week is saved, and what was typed stays when it was wrong', async ({ page }) => {
    const t = (key: string) => message('de', key);
    await becomeAdvisor(page, 'de', 'Till Brandt');
    await page.goto(pathTo('de', '/practice/availability'));
    const field = (end: string) => page.locator(`[name="day-1-0-${end}"]`);
    await field('start').fill('22:00');
    await field('end').fill('22:00');
    await page.getByRole('button', { name: t('availability.save') }).click();
    await expect(page.getByText(t('errors.availability.rangeEmpty'))).toBeVisible();
    await expect(field('start')).toHaveValue('22:00');
    await field('end').fill('01:30');
    await page.getByRole('button', { name: t('availability.save') }).click();
    await expect(page.getByText(t('availability.saved'))).toBeVisible();
    await page.goto(pathTo('de', '/practice/availability'));
    await expect(field('end')).toHaveValue('01:30');
  });
});

test('“available now” says what happened, and why nobody sees it', async ({ page }) => {
  const t = (key: string) => message('en', key);
  const { actor } = await makeSpecialist({
    account: { locale: 'en' },
    services: [{ noticeMinutes: 48 * 60 }],
  });
  await signInAs(page, actor.email);
  await page.goto(pathTo('en', '/practice'));
  await page.getByRole('button', { name: t('practice.available.switchOn') }).click();
  await expect(page.getByText(t('practice.available.saidOn')).first()).toBeVisible();
  await expect(page.getByRole('link', { name: t('practice.available.toHours') })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('practice.available.switchOff') }).click();
  await expect(page.getByText(t('practice.available.saidOff')).first()).toBeVisible();
  await page.goto(pathTo('en', '/advisors', { available: '1', q: actor.name, language: 'fr' }));
  await expect(page.getByText(t('directory.empty.availableHeading'))).toBeVisible();
});
