import { acceptBooking } from '@/lib/booking/accept-booking';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import type { Clock } from '../stand/clock';
import { until } from '../stand/persist';
import type { Stand } from '../stand/stand';
import { connectAdvisors } from './connect';
import { book, type Booked, confirmed, insist } from './journey';
import { type Advisor, makeAdvisors, makeVisitors, type Visitor } from './people';

/** Who takes part in the smaller drills: one advisor who confirms at once, one who is asked, some clients. */
export type Scene = { stand: Stand; clock: Clock; instant: Advisor; asked: Advisor; visitors: Visitor[] };

export async function makeScene(stand: Stand, clock: Clock): Promise<Scene> {
  const [instant, asked] = await makeAdvisors(2, stand.webUrls, clock.now());
  if (!instant || !asked) throw new Error('nobody there');
  await connectAdvisors(stand, [instant, asked], clock.now());
  return { stand, clock, instant, asked, visitors: await makeVisitors(12, stand.webUrls, clock.now()) };
}

let turn = 0;

/** Booked and paid over HTTP; the event may still be on its way. */
export function paid({ visitors, clock }: Scene, advisor: Advisor): Promise<Booked> {
  turn += 1;
  const visitor = visitors[turn % visitors.length];
  if (!visitor) throw new Error('nobody there');
  return book(visitor, advisor, addHours(clock.now(), 96), turn, 10);
}

export async function requested(scene: Scene): Promise<Booked> {
  const booked = await paid(scene, scene.asked);
  await confirmed(booked.bookingId);
  return booked;
}

export const accept = ({ bookingId, advisor }: Booked) =>
  insist('accept', bookingId, ['accepted'], () => acceptBooking(advisor.actor, { bookingId }));

/** Waits until the payment has got there. */
export const paymentIs = (bookingId: string, status: string, timeoutMs = 120_000) =>
  until(`payment ${status}`, timeoutMs, async () => {
    const payment = await db().payment.findUniqueOrThrow({ where: { bookingId }, select: { status: true } });
    return { done: payment.status === status, seen: payment.status };
  });

/** Waits until a call of this kind was begun for the booking. */
export const callBegun = (bookingId: string, kind: string) =>
  until(`${kind} begun`, 60_000, async () => {
    const call = await db().stripeCall.findFirst({
      where: { kind, payment: { bookingId } },
      select: { attempts: true },
    });
    return { done: (call?.attempts ?? 0) > 0, seen: call?.attempts ?? 'no call' };
  });
