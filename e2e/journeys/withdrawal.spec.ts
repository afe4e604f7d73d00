import { db } from '@/lib/server/db/client';
import { order, payOnHostedPage } from '../fixtures/checkout';
import { makeClient, pickedTime } from '../fixtures/clients';
import { message, messagePattern } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, signInAs, test } from '../fixtures/test';

const t = (key: string, values?: Record<string, string>) => message('en', key, values);

test('a contract is withdrawn from in two steps, and everything goes back', async ({ page }) => {
  const email = await makeClient();
  await signInAs(page, email);
  await page.goto(await pickedTime('en', 30));
  await page.getByRole('button', { name: t('appointments.book.proceed') }).click();
  await expect(page.getByRole('checkbox', { name: t('withdrawal.early.consent') })).not.toBeChecked();
  await order(page, 'en', 'booking.order.pay');
  await payOnHostedPage(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('booking.result.pending.heading'));
  const { id, earlyStartAt } = await db().booking.findFirstOrThrow({
    where: { client: { email }, status: 'pending' },
    select: { id: true, earlyStartAt: true },
  });
  expect(earlyStartAt).not.toBeNull();

  await page.goto(pathTo('en', '/withdraw'));
  await expectAccessible(page);
  await page.getByRole('link', { name: t('withdrawal.open') }).click();
  await expect(page).toHaveURL(new RegExp(`/appointments/${id}/withdraw$`));
  await expect(page.getByText(t('withdrawal.form.declaration'))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('withdrawal.form.declare') }).click();
  await expect(page.getByText(t('withdrawal.form.sureText'))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('withdrawal.form.confirm') }).click();
  await expect(page).toHaveURL(new RegExp(`/appointments/${id}$`));
  await expect(page.getByText(messagePattern('en', 'withdrawal.entry.done'))).toBeVisible();
  await expect(page.getByText(t('ui.status.cancelled')).first()).toBeVisible();
  await expect(async () => {
    expect((await db().payment.findUniqueOrThrow({ where: { bookingId: id } })).status).toBe('none');
    const mail = await db().email.findFirst({
      where: { recipient: email, kind: 'booking.contractWithdrawn' },
    });
    expect(mail).not.toBeNull();
  }).toPass({ timeout: 15_000 });
});

test('a visitor is led from the footer to the function, and to signing in', async ({ page }) => {
  await page.goto(pathTo('en', '/'));
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: t('layout.footer.withdraw') })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('withdrawal.title'));
  await page
    .getByRole('main')
    .getByRole('link', { name: t('withdrawal.signIn') })
    .click();
  await expect(page).toHaveURL(/sign-in\?next=/);
});
