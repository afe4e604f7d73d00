import { locales, message } from '../fixtures/messages';
import { order, payOnHostedPage } from '../fixtures/checkout';
import { expect, expectAccessible, mailTo, setClock, signInAs, test } from '../fixtures/test';
import { zoneName } from '@/lib/i18n/zone-name';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { paidService } from '../fixtures/clients';
import { pathTo } from '../fixtures/paths';

const specialist = 'specialist@demo.example';
const minute = 60_000;

/** The main job in each language: find, register, book, pay, hold the session, be paid. */
for (const locale of locales) {
  test(`find, book, pay, meet and be paid (${locale})`, async ({ page, browser }) => {
    const email = `journey-${locale}-${Date.now()}@example.com`;
    const t = (key: string, values?: Record<string, string>) => message(locale, key, values);

    await test.step('a visitor finds an advisor', async () => {
      await page.goto(`/${locale}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.hero.promise'));
      await page.goto(pathTo(locale, '/advisors', { q: 'Vasseur' }));
      await expect(page.getByRole('heading', { name: 'Claire Vasseur' })).toBeVisible();
      await page.getByRole('link', { name: 'Claire Vasseur' }).first().click();
      await expect(page.getByRole('heading', { level: 1, name: 'Claire Vasseur' })).toBeVisible();
    });

    await test.step('picks a time and registers', async () => {
      await page.locator('#book select').selectOption(await paidService());
      const times = page.locator('#book').getByRole('radiogroup', { name: t('profile.panel.time') });
      await times.getByRole('radio').last().press('Space');
      await page.locator('#book').locator('a[href*="start="]').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('auth.register.title'));
      await page.getByLabel(t('auth.register.name')).fill('Marina Lopez');
      await page.getByLabel(t('auth.register.email')).fill(email);
      await page.getByLabel(t('auth.register.password')).fill('a calm blue lake');
      await page.getByRole('checkbox').check();
      await page.getByRole('button', { name: t('auth.register.submit') }).click();
      await expect(page.getByRole('heading', { name: t('auth.verify.missingTitle') })).toBeVisible();
    });

    await test.step('confirms address and zone', async () => {
      const mail = await mailTo(email);
      expect(mail.subject).toBe(t('emails.account.verify_email.subject'));
      const link = /href="([^"]*token=[^"]*)"/.exec(mail.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
      await page.goto(link);
      await page.getByRole('button', { name: t('auth.verify.submit') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('auth.welcome.title'));
      await expect(page.getByLabel(t('auth.welcome.timeZone'))).toHaveValue('Europe/Paris');
      await page.getByRole('button', { name: t('auth.welcome.submit') }).click();
    });

    await test.step('sees the summary and pays', async () => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('booking.steps.pay'));
      await expect(page.getByText(t('booking.hold.held'))).toBeVisible();
      await expectAccessible(page);
      await order(page, locale, 'booking.order.pay');
      await payOnHostedPage(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('booking.result.pending.heading'));
      await expectAccessible(page);
    });

    const client = await db().account.findUniqueOrThrow({ where: { email } });
    const booking = await db().booking.findFirstOrThrow({
      where: { clientId: client.id, status: 'pending' },
    });
    const theirs = await browser.newContext();
    const desk = await theirs.newPage();

    await test.step('the specialist accepts, both hear of it', async () => {
      await signInAs(desk, specialist);
      await desk.goto(pathTo(locale, `/practice/appointments/${booking.id}`));
      await desk.getByRole('button', { name: t('practice.requests.accept') }).click();
      await expect(desk.getByText(t('ui.status.accepted')).first()).toBeVisible();
      const mail = await mailTo(
        email,
        ({ subject }) => subject === t('emails.booking.accepted.client.subject', { name: 'Claire Vasseur' }),
      );
      expect(mail.text).toContain(`(${zoneName('Europe/Paris', locale)})`);
      await page.goto(pathTo(locale, '/appointments'));
      await expect(page.getByText(t('ui.status.accepted')).first()).toBeVisible();
    });

    await test.step('both check in, the session is over, the money is paid out', async () => {
      await setClock(booking.startsAt);
      for (const side of [page, desk]) {
        await side.goto(pathTo(locale, `/session/${booking.id}`));
        await side.getByRole('button', { name: t('appointments.session.enter') }).click();
        await expect(side.getByText(t('appointments.session.present'))).toBeVisible();
      }
      await expectAccessible(page);
      await setClock(new Date(booking.endsAt.getTime() + minute));
      await page.goto(pathTo(locale, `/appointments/${booking.id}`));
      await expect(async () => {
        await page.reload();
        await expect(page.getByText(t('ui.status.completed')).first()).toBeVisible({ timeout: 1000 });
      }).toPass({ timeout: 20_000 });
      await setClock(new Date(booking.endsAt.getTime() + 73 * 60 * minute));
      await expect(async () => {
        const payment = await db().payment.findUniqueOrThrow({ where: { bookingId: booking.id } });
        expect(payment.status).toBe('transferred');
      }).toPass({ timeout: 30_000 });
      const { advisorAmount } = await db().payment.findUniqueOrThrow({ where: { bookingId: booking.id } });
      const transfers = await stripeGateway().listTransfers(booking.id);
      expect(transfers.map(({ amount }) => amount)).toEqual([advisorAmount]);
      await desk.goto(pathTo(locale, '/practice/earnings'));
      await theirs.close();
    });
  });
}
