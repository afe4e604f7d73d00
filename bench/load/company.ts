import { acceptBooking } from '@/lib/booking/accept-booking';
import { holdSlot } from '@/lib/booking/hold-slot';
import { orderBooking } from '@/lib/booking/order-booking';
import { cancelSeat } from '@/lib/events/seats/cancel-seat';
import { takeSeat } from '@/lib/events/seats/take-seat';
import { waitForSeat } from '@/lib/events/waiting/wait-for-seat';
import { db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import type { Result } from '@/lib/shared/result';
import { addHours } from '@/lib/shared/time';
import { makeEvent } from '@/prisma/seed/factories/events';
import { addMember, makeOrganisation } from '@/prisma/seed/factories/organisations';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { payForSeat } from '@/prisma/test-seats';
import type { Clock } from '../stand/clock';
import { until } from '../stand/persist';
import type { Advisor, Visitor } from './people';

const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });
const patienceMs = 120_000;

function valueOf<T>(what: string, result: Result<T>): T {
  if (!result.ok) throw new Error(`${what}: ${result.error.code}`);
  return result.value;
}

/** A seat that is paid for; the worker hears of it. */
async function bookSeat({ actor }: Visitor, eventId: string): Promise<string> {
  const { seatId } = valueOf('take a seat', await takeSeat(actor, { eventId }));
  await payForSeat(actor, seatId);
  await until('seat booked', patienceMs, async () => {
    const { status } = await db().seat.findUniqueOrThrow({ where: { id: seatId }, select: { status: true } });
    return { done: status === 'booked', seen: status };
  });
  return seatId;
}

/** The first free time of a service without a price is booked, by whoever gives it. */
async function bookFree(
  { serviceIds: [serviceId = ''] }: SeededProvider,
  { actor }: Visitor,
  clock: Clock,
): Promise<string> {
  const offer = await readOffer(db(), serviceId);
  if (!offer) throw new Error('no offer');
  const window = { start: addHours(clock.now(), 48), end: addHours(clock.now(), 96) };
  const [slot] = await listFreeTimes(db(), offer, window, clock.now());
  if (!slot) throw new Error('no free time');
  const held = await holdSlot(actor, { serviceId, start: slot.start, channel: undefined });
  const { bookingId } = valueOf('hold', held);
  valueOf(
    'order',
    await orderBooking(actor, { bookingId, note: null, channel: undefined, earlyStart: true }, nowhere),
  );
  return bookingId;
}

/**
 * What sessions of single advisors leave out: an event whose host never comes, for which somebody has waited; one that
 * lies ahead, with somebody in line; sessions at an organisation and at a practice, of which nobody says what became.
 */
export async function bookInCompany(clock: Clock, host: Advisor, visitors: Visitor[]): Promise<void> {
  const [first, second, third] = visitors;
  if (!first || !second || !third) throw new Error('nobody there');
  const startsAt = addHours(clock.now(), 100);
  const terms = { minimumSeats: 1, maximumSeats: 2 };
  const past = await makeEvent(host, { ...terms, startsAt });
  await bookSeat(first, past);
  const seatId = await bookSeat(second, past);
  valueOf('wait', await waitForSeat(third.actor, { eventId: past }));
  valueOf('cancel', await cancelSeat(second.actor, { seatId }));
  await bookSeat(third, past);
  const organisation = await makeOrganisation({
    services: [{ priceAmount: 0, confirmationMode: 'instant' }],
  });
  await addMember(organisation, await makeSpecialist());
  await bookFree(organisation, first, clock);
  const practice = await makeSpecialist({ services: [{ priceAmount: 0, channels: ['in_person'] }] });
  const bookingId = await bookFree(practice, second, clock);
  valueOf('accept', await acceptBooking(practice.actor, { bookingId }));
  await clock.moveTo(addHours(startsAt, -23));
  await until('reminded', patienceMs, async () => {
    const seen = await db().eventReminder.count({ where: { eventId: past } });
    return { done: seen > 0, seen };
  });
  for (const hours of [1.5, 26]) await clock.moveTo(addHours(startsAt, hours));
  await until('event and sessions over', patienceMs, async () => {
    const event = await db().event.findUniqueOrThrow({ where: { id: past }, select: { status: true } });
    const session = await db().booking.findUniqueOrThrow({
      where: { id: bookingId },
      select: { status: true },
    });
    const seen = [event.status, session.status];
    return { done: event.status === 'cancelled' && session.status === 'completed', seen };
  });
  const ahead = await makeEvent(host, { ...terms, maximumSeats: 1, startsAt: addHours(clock.now(), 100) });
  await bookSeat(first, ahead);
  valueOf('wait', await waitForSeat(second.actor, { eventId: ahead }));
}
