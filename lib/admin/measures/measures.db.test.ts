import { afterEach, expect, it } from 'vitest';
import { publishProfile } from '@/lib/directory/publish-profile';
import { locales } from '@/lib/i18n/routing';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { endClosedAccounts } from './jobs';
import { loadOwnMeasure } from './loaders';
import { renderMeasureEmail } from './measure-emails';
import { measureProvider } from './measure-provider';
import type { MeasureKind } from './rules/standing';

const stripe = stripeForTests();
const reason = 'Three sessions did not take place (terms, 4.2). You can object by writing to us.';

afterEach(async () => {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } });
});

const statusOf = async (id: string) => (await db().provider.findUniqueOrThrow({ where: { id } })).status;

it('closing an account cancels what lies ahead with everything going back, and takes nothing new', async () => {
  const journey = await TestJourney.start(stripe);
  const admin = await makeAccount({ isAdmin: true });
  const bookingId = await journey.accepted();
  const { providerId } = journey.specialist;
  const startsAt = addHours(journey.now(), 500);
  const eventId = await makeEvent(journey.specialist, { startsAt, priceAmount: 0 });
  expect((await measureProvider(admin, { providerId, kind: 'closed', reason })).ok).toBe(true);
  await endClosedAccounts();
  await endClosedAccounts();
  await journey.drain();
  expect(await db().booking.findUniqueOrThrow({ where: { id: bookingId } })).toMatchObject({
    status: 'cancelled',
    closedBy: 'admin',
  });
  expect(await journey.payment(bookingId)).toMatchObject({ status: 'refunded', refundedAmount: 12_000 });
  expect(await db().event.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({
    status: 'cancelled',
  });
  expect(await publishProfile(journey.specialist.actor)).toMatchObject({
    error: { code: 'provider.suspended' },
  });
  await expect(journey.hold(300)).rejects.toThrow();
  for (const kind of ['warned', 'suspended', 'reopened', 'closed'] as const)
    expect(await measureProvider(admin, { providerId, kind, reason })).toMatchObject({
      error: { code: 'provider.measureImpossible' },
    });
});

it('what was earned at a closed account is released after its window', async () => {
  const journey = await TestJourney.start(stripe);
  const admin = await makeAccount({ isAdmin: true });
  const bookingId = await journey.accepted();
  await journey.held(bookingId);
  const { providerId } = journey.specialist;
  await measureProvider(admin, { providerId, kind: 'closed', reason });
  await endClosedAccounts();
  expect((await journey.payment(bookingId)).status).toBe('delivered_held');
});

it('suspended and reopened: bookings stay, the profile is a draft afterwards', async () => {
  const claire = await makeSpecialist();
  const admin = await makeAccount({ isAdmin: true });
  const { providerId } = claire;
  const measure = (kind: MeasureKind) => measureProvider(admin, { providerId, kind, reason });
  expect((await measure('warned')).ok).toBe(true);
  expect(await statusOf(providerId)).toBe('published');
  expect((await measure('suspended')).ok).toBe(true);
  expect(await statusOf(providerId)).toBe('suspended');
  expect((await measure('reopened')).ok).toBe(true);
  expect(await statusOf(providerId)).toBe('draft');
  const { provider } = claire.actor;
  if (!provider) throw new Error('no practice');
  expect(await loadOwnMeasure({ ...claire.actor, provider })).toMatchObject({ kind: 'reopened', reason });
  const log = await db().auditEntry.findMany({ where: { subjectId: providerId, party: 'admin' } });
  expect(log.map(({ action }) => action)).toEqual([
    'provider.warned',
    'provider.suspended',
    'provider.reopened',
  ]);
});

it('is for admins who do not work there', async () => {
  const claire = await makeSpecialist();
  const { providerId } = claire;
  for (const actor of [claire.actor, { ...claire.actor, isAdmin: true }, await makeAccount()])
    expect(await measureProvider(actor, { providerId, kind: 'closed', reason })).toMatchObject({
      error: { code: 'common.notFound' },
    });
});

it.each(locales)('gives the reasons by mail in %s', async (locale) => {
  const claire = await makeSpecialist();
  const admin = await makeAccount({ isAdmin: true });
  await measureProvider(admin, { providerId: claire.providerId, kind: 'suspended', reason });
  const mail = await db().email.findFirstOrThrow({
    where: { accountId: claire.actor.accountId, kind: 'measure.suspended' },
  });
  const params = mail.params as Record<string, string>;
  const { text, subject } = await renderMeasureEmail({ kind: mail.kind, locale, params });
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Three sessions did not take place');
  expect(subject).not.toMatch(/emails\./);
});
