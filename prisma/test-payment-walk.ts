import { cancelBooking } from '@/lib/booking/cancel-booking';
import { followPayment } from '@/lib/booking/follow-payment';
import { expireDueBookings } from '@/lib/booking/jobs';
import { beginDoorPayment } from '@/lib/payments/charges/begin-door-payment';
import { freezeForClaim } from '@/lib/payments/claims/freeze-for-claim';
import { settleClaim } from '@/lib/payments/claims/settle-claim';
import { beginLinkCheckout, openCheckout } from '@/lib/payments/open-checkout';
import { readFacts } from '@/lib/payments/read-facts';
import { refundByAdmin } from '@/lib/payments/refunds/refund-by-admin';
import type { PaymentFacts } from '@/lib/payments/types';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import type { ProviderSeed } from '@/prisma/seed/factories/providers';
import { TestJourney } from './test-journey';
import type { StripeForTests } from './test-services';
import { payCheckout } from '@/sandbox/testing/hosted-pages';

/** A row of the table of payments, as a walk through it. */
export type PaymentRow = {
  /** What happens, in the words of the table. */
  trigger: string;
  service: object;
  /** The statuses the payment goes through, by its audit log, from the first that the row names. */
  through: string[];
  walk: () => Promise<string>;
  /** The key of the call that belongs to it; `{pay}` is the payment, `{cs}` its page, `{pm}` its card. */
  key?: string;
  /** Entries of the ledger that it books. */
  entries?: string[];
};

/** Begins somewhere, and then this happens. */
export const after =
  (begin: () => Promise<string>, ...then: ((bookingId: string) => Promise<unknown>)[]) =>
  async (): Promise<string> => {
    const bookingId = await begin();
    for (const step of then) await step(bookingId);
    return bookingId;
  };

/** Brings a payment of its own from one status to the next, by what clients, advisors, banks and time do. */
export class PaymentWalk {
  private constructor(readonly journey: TestJourney) {}

  /** A session of this kind can be booked, its advisor can be paid, and the operator has money for fees. */
  static async start(
    stripe: StripeForTests,
    service: NonNullable<ProviderSeed['services']>[number],
  ): Promise<PaymentWalk> {
    const journey = await TestJourney.start(stripe, { services: [service] });
    await journey.onboard();
    await journey.advance(new Date());
    await journey.fund(50_000);
    return new PaymentWalk(journey);
  }

  /** What became of it: the statuses it went through, how often the key was used, the entries of the ledger. */
  async seen(bookingId: string, key?: string) {
    const { id, status, checkoutSessionId, paymentMethodId } = await this.journey.payment(bookingId);
    const named = { '{pay}': id, '{cs}': checkoutSessionId ?? '', '{pm}': paymentMethodId ?? '' };
    const wanted = Object.entries(named).reduce(
      (text, [name, value]) => text.replace(name, value),
      key ?? '',
    );
    const booked = await db().ledgerTransaction.findMany({ where: { paymentId: id } });
    return {
      statuses: await statusesOf(id, status),
      calls: key === undefined ? 0 : (await this.#keys()).filter((one) => one.startsWith(wanted)).length,
      entries: booked.map(({ kind }) => kind),
    };
  }

  /** Keys of the last calls that the service answered. */
  async #keys(): Promise<string[]> {
    const response = await fetch(`${this.journey.stripe.url}/_sandbox/requests?limit=60`);
    const { data }: { data: { key: string | null; status: number }[] } = JSON.parse(await response.text());
    return data.flatMap(({ key, status }) => (key && status > 0 && status < 500 ? [key] : []));
  }

  booking(id: string) {
    return db().booking.findUniqueOrThrow({ where: { id } });
  }

  cancel(bookingId: string) {
    return cancelBooking(this.journey.client, { bookingId, reason: null });
  }

  cancelByAdvisor(bookingId: string) {
    return cancelBooking(this.journey.specialist.actor, { bookingId, reason: null });
  }

  async ordered(hoursAhead?: number): Promise<string> {
    const bookingId = await this.journey.hold(hoursAhead);
    const answer = await this.journey.order(bookingId);
    if (!answer.ok) throw new Error(answer.error.code);
    return bookingId;
  }

  async pay(bookingId: string): Promise<void> {
    await payCheckout((await this.journey.payment(bookingId)).checkoutUrl ?? '');
  }

  async overdue(bookingId: string): Promise<void> {
    await this.journey.advance(addHours(this.journey.now(), 1));
    await expireDueBookings();
    if ((await this.booking(bookingId)).status !== 'expired') throw new Error('still held');
  }

  async cancelLate(bookingId: string): Promise<void> {
    const { startsAt } = await this.booking(bookingId);
    await this.journey.advance(addHours(startsAt, -2));
    await this.cancel(bookingId);
    await this.journey.drain();
  }

  door(bookingId: string) {
    return inTransaction((tx) => beginDoorPayment(tx, { bookingId, now: this.journey.now() }));
  }

  /** What the service would say of this intent if it said something else. */
  async say(bookingId: string, other: (facts: PaymentFacts) => PaymentFacts): Promise<void> {
    const { checkoutSessionId } = await this.journey.payment(bookingId);
    const { intentId } = await stripeGateway().retrieveCheckout(checkoutSessionId ?? '');
    const facts = await readFacts({ intentId: intentId ?? '' });
    if (!facts) throw new Error('nothing to say');
    await followPayment({ ...other(facts), subject: { bookingId } }, this.journey.now());
    await this.journey.drain();
  }

  async ended(): Promise<string> {
    const bookingId = await this.journey.accepted();
    await this.journey.ended(bookingId);
    return bookingId;
  }

  async claimed(): Promise<string> {
    const bookingId = await this.ended();
    const { endsAt } = await this.booking(bookingId);
    await inTransaction((tx) =>
      freezeForClaim(tx, { subject: { bookingId }, endsAt, now: this.journey.now() }),
    );
    return bookingId;
  }

  async settled(outcome: Parameters<typeof settleClaim>[1]['outcome']): Promise<string> {
    const bookingId = await this.claimed();
    const now = this.journey.now();
    await inTransaction((tx) => settleClaim(tx, { subject: { bookingId }, outcome, by: 'admin', now }));
    await this.journey.drain();
    return bookingId;
  }

  async payByLink(bookingId: string): Promise<void> {
    const { id: paymentId } = await this.journey.payment(bookingId);
    const begun = await inTransaction((tx) => beginLinkCheckout(tx, { paymentId, now: this.journey.now() }));
    if (!begun.ok) throw new Error(begun.error.code);
    const { accountId, email, name } = this.journey.client;
    const opened = await openCheckout(begun.value, {
      capture: 'automatic',
      locale: 'de',
      customer: { accountId, email, name },
      title: 'Session',
      description: 'Session',
      successUrl: 'http://localhost:3000/done',
      cancelUrl: 'http://localhost:3000/back',
      now: this.journey.now(),
    });
    if (!opened.ok) throw new Error(opened.error.code);
    await payCheckout(opened.value.url);
    await this.journey.tellOfCheckout(bookingId);
  }

  async disputed(bookingId: string, status: 'won' | 'lost'): Promise<void> {
    const { chargeId } = await this.journey.payment(bookingId);
    const raised: { id: string } = JSON.parse(
      JSON.stringify(await this.journey.stripe.control('disputes', { charge: chargeId })),
    );
    await this.journey.tellOf(raised.id);
    await this.journey.stripe.control('disputes/close', { dispute: raised.id, status });
    await this.journey.tellOf(raised.id);
    await this.journey.drain();
  }

  async refundAfterTransfer(): Promise<string> {
    const bookingId = await this.journey.accepted();
    await this.journey.paidOut(bookingId);
    const { id: paymentId, paidAmount: amount } = await this.journey.payment(bookingId);
    await refundByAdmin(await makeAccount({ isAdmin: true }), { paymentId, amount });
    await this.journey.drain();
    return bookingId;
  }
}

/** The statuses of a payment one after the other, by its audit log. */
async function statusesOf(paymentId: string, present: string): Promise<string[]> {
  const moves = await db().auditEntry.findMany({
    where: { subjectType: 'payment', subjectId: paymentId, toStatus: { not: null } },
    orderBy: { id: 'asc' },
    select: { fromStatus: true, toStatus: true },
  });
  const [first] = moves;
  return first ? [first.fromStatus ?? '', ...moves.map(({ toStatus }) => toStatus ?? '')] : [present];
}
