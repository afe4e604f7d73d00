import { changeWeek } from '@/lib/availability/change-week';
import { weekdays } from '@/lib/shared/calendar';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { makeClient } from '../fixtures/clients';
import { message } from '../fixtures/messages';
import { pathTo } from '../fixtures/paths';
import { expect, expectAccessible, signInAs, test } from '../fixtures/test';

const locale = 'en';
const t = (key: string, values?: Record<string, string>) => message(locale, key, values);

/** A service at 170, open all day for 210 and on site only. */
async function dearHours() {
  const made = await makeSpecialist({
    account: { locale, name: 'Iris Nolan' },
    services: [{ priceAmount: 17_000, channels: ['video'], titles: { en: 'Consultation' } }],
  });
  const terms = { priceAmount: 21_000, channels: ['in_person' as const] };
  const week = weekdays.map((weekday) => ({ weekday, startMinute: 0, endMinute: 1440, terms }));
  const changed = await changeWeek(made.actor, { week });
  if (!changed.ok) throw new Error(changed.error.code);
  return { ...made, slug: made.actor.provider?.slug ?? '' };
}

const words = t('profile.panel.terms', { price: '€210.00', ways: t('booking.summary.channels.in_person') });

test('the price of hours with their own is shown as soon as one is picked', async ({ page }) => {
  const { slug } = await dearHours();
  await page.goto(pathTo(locale, `/advisors/${slug}`));
  const panel = page.locator('#book');
  const times = panel.getByRole('radiogroup', { name: t('profile.panel.time') });
  await expect(times).toBeVisible();
  await expect(panel.getByText(words)).toBeHidden();
  await times.getByRole('radio').last().press('Space');
  await expect(panel.getByText(words)).toBeVisible();
  await expect(panel.getByText('€210.00, ', { exact: false }).last()).toBeVisible();
  await expectAccessible(page);
});

test('the page of times and the question before holding say the same', async ({ page }) => {
  const { slug } = await dearHours();
  await signInAs(page, await makeClient(locale));
  await page.goto(pathTo(locale, `/advisors/${slug}/times`));
  const time = page.locator('a[href*="start="]').last();
  await expect(time).toContainText('€210');
  await expect(time).toContainText(t('booking.summary.channels.in_person'));
  const href = (await time.getAttribute('href')) ?? '';
  // Typed in, so that it comes from no page of ours.
  await page.goto(href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('appointments.book.title'));
  await expect(page.getByText('€210.00').first()).toBeVisible();
  await expect(
    page.getByText(t('booking.summary.channels.in_person'), { exact: false }).first(),
  ).toBeVisible();
});
