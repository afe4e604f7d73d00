import { expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours, addMinutes } from '@/lib/shared/time';
import { addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { holdSlot } from '../hold-slot';
import { expireDueBookings } from '../jobs';
import { removeMember } from './remove-member';

const stripe = stripeForTests();

/** A hold at an organisation that was paid, and is over before anybody tells us; `isSwept`: that was written down. */
async function paidTooLate({ isSwept = true } = {}) {
  const journey = await TestJourney.start(stripe);
  await journey.advance(new Date());
  const organisation = await makeOrganisation();
  const specialist = await makeSpecialist();
  await addMember(organisation, specialist);
  const serviceId = organisation.serviceIds[0] ?? '';
  const offer = await readOffer(db(), serviceId);
  if (!offer) throw new Error('no offer');
  const from = addHours(journey.now(), 120);
  const [slot] = await listFreeTimes(db(), offer, { start: from, end: addHours(from, 72) }, journey.now());
  if (!slot) throw new Error('no free time');
  const held = await holdSlot(journey.client, { serviceId, start: slot.start });
  if (!held.ok) throw new Error(held.error.code);
  const { bookingId } = held.value;
  const ordered = await journey.order(bookingId);
  if (!ordered.ok || !ordered.value.checkoutUrl) throw new Error('no checkout');
  await payCheckout(ordered.value.checkoutUrl);
  await journey.advance(addMinutes(journey.now(), 40));
  if (isSwept) await expireDueBookings();
  const { accountId } = specialist.actor;
  const { id: membershipId } = await db().membership.findFirstOrThrow({ where: { accountId } });
  const told = async () => {
    await journey.tellOfCheckout(bookingId);
    return db().booking.findUniqueOrThrow({ where: { id: bookingId }, include: { payment: true } });
  };
  return { organisation, membershipId, told };
}

it('what is paid late is honoured while the member works there', async () => {
  const { told } = await paidTooLate();
  expect(await told()).toMatchObject({ status: 'pending', payment: { status: 'authorised' } });
});

it.each([true, false])(
  'what is paid late for somebody who has left goes back (swept: %s)',
  async (isSwept) => {
    const { organisation, membershipId, told } = await paidTooLate({ isSwept });
    expect(await removeMember(organisation.actor, { membershipId })).toMatchObject({ ok: true });
    await told();
    await expireDueBookings();
    const { id, status, payment } = await told();
    expect(status).toBe('expired');
    expect(payment?.returnCause).not.toBeNull();
    const news = await db().notification.findMany({ where: { bookingId: id } });
    expect(news.map(({ kind }) => kind)).toContain('booking.paymentReturned');
  },
);
