import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { payToken } from '@/lib/payments/pay-link/token';
import { db } from '@/lib/server/db/client';
import { newId } from '@/lib/shared/ids';
import { type Locale, locales } from '../fixtures/messages';
import { pages, type Role } from '../fixtures/pages';
import { pathTo } from '../fixtures/paths';
import { claimAbout } from '@/prisma/seed/factories/claims';
import { expect, expectAccessible, productNow, signInAs, test } from '../fixtures/test';

const emails: Partial<Record<Role, string>> = {
  client: 'client@demo.example',
  specialist: 'specialist@demo.example',
  admin: 'admin@demo.example',
};

/** Who is shown most of a page, if anybody is: a visitor where everybody is, else its client, else its specialist. */
function readerOf(page: string): Role | undefined {
  const row = pages[page];
  const readers = ['visitor', 'client', 'specialist', 'admin'] as const;
  return readers.find((role) => row?.[role] === 'page');
}

/** Shown to a guest who came from elsewhere, or only on the way through a booking. */
const withQuery: Record<string, Record<string, string>> = {
  '/book/[serviceId]': { start: '2030-01-07T10:00:00.000Z' },
  '/reset': { token: newId() },
};

/**
 * Public pages are looked at in every language, the others each in one, turn by turn: what stands in them differs by
 * its words alone, and those are compared by other tests.
 */
function isLookedAt(page: string, place: number, locale: Locale): boolean {
  return readerOf(page) === 'visitor' || locales[place % locales.length] === locale;
}

async function parameters(): Promise<Record<string, string>> {
  const booking = await db().booking.findFirstOrThrow({
    where: {
      client: { email: emails.client ?? '' },
      provider: { account: { email: emails.specialist ?? '' } },
      status: 'accepted',
    },
    select: {
      id: true,
      clientId: true,
      serviceId: true,
      providerId: true,
      provider: { select: { slug: true } },
    },
    orderBy: { startsAt: 'desc' },
  });
  const { id: bookingId, clientId, serviceId, providerId, provider } = booking;
  const { id: seatId, eventId } = await db().seat.findFirstOrThrow({
    where: { client: { email: emails.client ?? '' }, providerId, status: 'booked' },
    select: { id: true, eventId: true },
    orderBy: { startsAt: 'desc' },
  });
  const payment = await db().payment.findUniqueOrThrow({ where: { bookingId } });
  const token = payToken(payment);
  const claimId = await claimAbout(bookingId, await productNow());
  return {
    bookingId,
    clientId,
    serviceId,
    slug: provider.slug,
    seatId,
    eventId,
    token,
    claimId,
    paymentId: payment.id,
  };
}

/** Nothing is wider than the narrowest screen, so that nobody has to scroll sideways. */
async function expectNarrow(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect([path, width]).toEqual([path, 320]);
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function expectDarkContrast(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  expect([path, violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 160)))]).toEqual([
    path,
    [],
  ]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

for (const locale of locales) {
  test(`every page is for everybody: light, dark and narrow (${locale})`, async ({ page }) => {
    test.setTimeout(300_000);
    const values = await parameters();
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    for (const role of ['visitor', 'client', 'specialist', 'admin'] as const) {
      await page.context().clearCookies();
      const email = emails[role];
      if (email) await signInAs(page, email);
      const theirs = Object.keys(pages).filter((one) => readerOf(one) === role);
      for (const internal of theirs.filter((one, place) => isLookedAt(one, place, locale))) {
        // The summary of a hold, and what came of it, are seen in the journeys.
        if (internal.startsWith('/checkout/') || internal.endsWith('/checkout')) continue;
        const path = internal.replaceAll(/\[(\w+)\]/g, (_, name: string) => values[name] ?? '');
        await page.goto(pathTo(locale, path, withQuery[internal] ?? {}));
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expectAccessible(page);
        // Colours do not depend on the language.
        if (role !== 'visitor' || locale === 'en') await expectDarkContrast(page, path);
        await expectNarrow(page, path);
      }
    }
  });
}
