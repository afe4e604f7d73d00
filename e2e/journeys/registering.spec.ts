import { message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, mailTo, test } from '../fixtures/test';

const locale = 'de';
const t = (key: string, values?: Record<string, string>) => message(locale, key, values);

test('a link opened in another browser asks for name and password; before it nobody is signed in', async ({
  page,
  browser,
}) => {
  const email = `registering-${Date.now()}@example.com`;
  await page.goto(pathTo(locale, '/register'));
  await page.getByLabel(t('auth.register.name')).fill('Mallory');
  await page.getByLabel(t('auth.register.email')).fill(email);
  await page.getByLabel(t('auth.register.password')).fill('the quick brown fox');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: t('auth.register.submit') }).click();
  await expect(page.getByRole('heading', { name: t('auth.verify.missingTitle') })).toBeVisible();

  await page.goto(pathTo(locale, '/sign-in'));
  await page.getByLabel(t('auth.signIn.identifier')).fill(email);
  await page.getByLabel(t('auth.signIn.password')).fill('the quick brown fox');
  await page.getByRole('button', { name: t('auth.signIn.submit') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('auth.verify.missingTitle'));
  await expect(page.getByText(t('auth.verify.missingText', { email }))).toBeVisible();
  await expectAccessible(page);

  const mail = await mailTo(email);
  const link = /href="([^"]*token=[^"]*)"/.exec(mail.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const theirs = await browser.newContext();
  const other = await theirs.newPage();
  await other.goto(link);
  await expect(other.getByText(t('auth.verify.chooseLede'))).toBeVisible();
  await expectAccessible(other);
  await other.getByRole('button', { name: t('auth.verify.submit') }).click();
  await expect(other.getByText(t('errors.account.nameMissing'))).toBeVisible();
  await other.getByLabel(t('auth.register.name')).fill('Marina Lopez');
  await other.getByLabel(t('auth.register.password')).fill('a calm blue lake');
  await other.getByRole('button', { name: t('auth.verify.submit') }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(t('auth.welcome.title'));
  await theirs.close();

  await page.goto(link);
  await page.getByRole('button', { name: t('auth.verify.submit') }).click();
  await expect(page.getByText(t('errors.auth.linkUsed'))).toBeVisible();
});
