import type { AccountActor } from '@/lib/access/actor';
import { orderSeat } from '@/lib/events/seats/order-seat';
import { takeSeat } from '@/lib/events/seats/take-seat';
import { db } from '@/lib/server/db/client';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { handleStripeEvent } from './test-jobs';

const addresses = () => ({
  success: 'http://localhost:3000/done',
  cancel: 'http://localhost:3000/back',
  locale: 'en' as const,
});

/** A seat that the client holds, or has when it is free. */
export async function heldSeat(client: AccountActor, eventId: string): Promise<string> {
  const taken = await takeSeat(client, { eventId });
  if (!taken.ok) throw new Error(taken.error.code);
  return taken.value.seatId;
}

/** Ordered and paid; nobody has told us yet. */
export async function payForSeat(client: AccountActor, seatId: string): Promise<void> {
  const ordered = await orderSeat(client, { seatId, earlyStart: true }, addresses);
  if (!ordered.ok) throw new Error(ordered.error.code);
  if (!ordered.value.checkoutUrl) throw new Error('nothing to pay');
  await payCheckout(ordered.value.checkoutUrl);
}

/** The event of a finished checkout, as the webhook writes it down. */
export async function tellOfSeat(seatId: string): Promise<void> {
  const { checkoutSessionId: objectId } = await db().payment.findUniqueOrThrow({ where: { seatId } });
  const id = `evt_${crypto.randomUUID()}`;
  const type = 'checkout.session.completed';
  await db().webhookEvent.create({
    data: { id, source: 'platform', type, objectId, createdAt: new Date() },
  });
  await handleStripeEvent({ eventId: id });
}

export async function paidSeat(client: AccountActor, eventId: string): Promise<string> {
  const seatId = await heldSeat(client, eventId);
  await payForSeat(client, seatId);
  await tellOfSeat(seatId);
  return seatId;
}

export const seatOf = (id: string) => db().seat.findUniqueOrThrow({ where: { id } });
export const paymentOfSeat = (seatId: string) => db().payment.findUniqueOrThrow({ where: { seatId } });
export const eventOf = (id: string) => db().event.findUniqueOrThrow({ where: { id } });

/** What an account was mailed about an event, in order. */
export async function mailsTo({ accountId }: AccountActor): Promise<string[]> {
  const rows = await db().email.findMany({
    where: { accountId, kind: { startsWith: 'event.' } },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ kind }) => kind.replace('event.', ''));
}
