import type { AccountActor } from '@/lib/access/actor';
import { acceptBooking } from '@/lib/booking/accept-booking';
import { holdSlot } from '@/lib/booking/hold-slot';
import { orderBooking } from '@/lib/booking/order-booking';
import { compareBalance } from '@/lib/payments/compare-balance';
import { sumBooked } from '@/lib/payments/earnings/sums-repository';
import { paymentInvariants } from '@/lib/payments/invariants';
import { sweepMoney } from '@/lib/payments/jobs';
import { entry } from '@/lib/payments/rules/ledger';
import { checkIn } from '@/lib/rooms/check-in';
import { settleEndedSessions } from '@/lib/rooms/jobs';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { checkInvariant } from '@/lib/server/db/invariant';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { roundHalfUp } from '@/lib/shared/money';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type ProviderSeed, type SeededProvider } from '@/prisma/seed/factories/providers';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { carryOutStripeCall, handleStripeEvent } from './test-jobs';
import { taxDataOf } from '@/prisma/seed/factories/tax-data';
import type { StripeForTests } from './test-services';

const addresses = () => ({
  success: 'http://localhost:3000/done',
  cancel: 'http://localhost:3000/back',
  locale: 'fr' as const,
});

/** A client and an advisor on database and payment sandbox, with a clock that the test moves; no worker runs. */
export class TestJourney {
  #offsetMs = 0;

  private constructor(
    readonly stripe: StripeForTests,
    readonly specialist: SeededProvider,
    readonly client: AccountActor,
  ) {}

  static async start(stripe: StripeForTests, sold?: ProviderSeed): Promise<TestJourney> {
    return new TestJourney(stripe, await makeSpecialist(sold), await makeAccount());
  }

  /** The advisor can be paid, refunds find money of the operator, and the clocks say now. */
  static async funded(stripe: StripeForTests): Promise<TestJourney> {
    const journey = await TestJourney.start(stripe);
    await journey.onboard();
    await journey.advance(new Date());
    await journey.fund(50_000);
    return journey;
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  /** Moves the product's clock and the payment service's. */
  async advance(to: Date): Promise<void> {
    this.#offsetMs = to.getTime() - Date.now();
    await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: this.#offsetMs } });
    await this.stripe.control('clock', { set: to.toISOString() });
  }

  /** What the worker would do: every call that waits, in the order it was written. */
  async drain(): Promise<void> {
    for (;;) {
      const call = await db().stripeCall.findFirst({
        where: { status: 'waiting' },
        orderBy: { createdAt: 'asc' },
      });
      if (!call) return;
      await carryOutStripeCall({ callId: call.id });
    }
  }

  async hold(hoursAhead = 120): Promise<string> {
    const [serviceId = ''] = this.specialist.serviceIds;
    const offer = await readOffer(db(), serviceId);
    if (!offer) throw new Error('no offer');
    const start = addHours(this.now(), hoursAhead);
    const [slot] = await listFreeTimes(db(), offer, { start, end: addHours(start, 72) }, this.now());
    if (!slot) throw new Error('no free time');
    const held = await holdSlot(this.client, { serviceId, start: slot.start, channel: undefined });
    if (!held.ok) throw new Error(held.error.code);
    return held.value.bookingId;
  }

  order(bookingId: string) {
    return orderBooking(
      this.client,
      { bookingId, note: null, cardConsent: true, earlyStart: true },
      addresses,
    );
  }

  /** Held, ordered and paid, or a card left on the page; nobody has told us yet. */
  async paid(hoursAhead?: number, card?: string): Promise<string> {
    const bookingId = await this.hold(hoursAhead);
    const ordered = await this.order(bookingId);
    if (!ordered.ok || !ordered.value.checkoutUrl) throw new Error('no checkout');
    await payCheckout(ordered.value.checkoutUrl, card);
    return bookingId;
  }

  /** The event of a finished checkout, as the webhook writes it down. */
  async tellOfCheckout(bookingId: string): Promise<void> {
    const { checkoutSessionId } = await db().payment.findUniqueOrThrow({ where: { bookingId } });
    await this.tellOf(checkoutSessionId ?? '');
  }

  /** An event about this object of the payment service. */
  async tellOf(objectId: string): Promise<void> {
    const id = `evt_${crypto.randomUUID()}`;
    await db().webhookEvent.create({
      data: { id, source: 'platform', type: 'told', objectId, createdAt: new Date() },
    });
    await handleStripeEvent({ eventId: id });
  }

  async requested(hoursAhead?: number, card?: string): Promise<string> {
    const bookingId = await this.paid(hoursAhead, card);
    await this.tellOfCheckout(bookingId);
    return bookingId;
  }

  async accepted(hoursAhead?: number, card?: string): Promise<string> {
    const bookingId = await this.requested(hoursAhead, card);
    await acceptBooking(this.specialist.actor, { bookingId });
    await this.drain();
    return bookingId;
  }

  /** Both came; the clock stands at the end. */
  async ended(bookingId: string): Promise<void> {
    const { startsAt, endsAt } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
    await this.advance(startsAt);
    await checkIn(this.client, { bookingId });
    await checkIn(this.specialist.actor, { bookingId });
    await this.advance(endsAt);
    await settleEndedSessions();
    await this.drain();
  }

  /** The same, and the clock stands after the claim window. */
  async held(bookingId: string): Promise<void> {
    await this.ended(bookingId);
    const { endsAt } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
    await this.advance(addMinutes(endsAt, 72 * 60 + 1));
  }

  /** Released and transferred. */
  async paidOut(bookingId: string): Promise<void> {
    await this.held(bookingId);
    await sweepMoney();
    await this.drain();
  }

  /**
   * Every invariant holds, of whatever tests left behind; the payment service's balance equals the ledger, and so does what
   * the advisor is shown.
   */
  async expectSound(): Promise<void> {
    await this.#expectShownAsBooked();
    const results = await Promise.all(
      paymentInvariants.map((invariant) => checkInvariant(db(), invariant, this.now())),
    );
    const balance = await compareBalance(db(), await stripeGateway().balance());
    const broken = [...results, balance].filter(({ violations }) => violations.length > 0);
    if (broken.length > 0) throw new Error(JSON.stringify(broken, null, 2));
  }

  async #expectShownAsBooked(): Promise<void> {
    const { providerId } = this.specialist;
    const lines = await db().ledgerLine.groupBy({
      by: ['account'],
      where: { providerId, account: { in: ['AH', 'AP', 'AR'] } },
      _sum: { amount: true },
    });
    const balance = (account: string) =>
      Number(lines.find((line) => line.account === account)?._sum.amount ?? 0);
    const { held, released, owed } = await sumBooked(db(), providerId, this.now());
    const shown = JSON.stringify({ held, released, owed });
    const booked = JSON.stringify({
      held: 0 - balance('AH'),
      released: 0 - balance('AP'),
      owed: balance('AR'),
    });
    if (shown !== booked) throw new Error(`shown ${shown}, booked ${booked}`);
  }

  /** The advisor's account at the payment service may receive money. */
  async onboard(): Promise<void> {
    const { providerId, actor } = this.specialist;
    const id = `acct_${providerId.replaceAll('-', '').slice(-16)}`;
    const account = {
      id,
      created: new Date().toISOString(),
      email: actor.email,
      displayName: actor.name,
      onboarded: true,
    };
    await this.stripe.control('seed', { accounts: [account] });
    await db().connectAccount.create({
      data: {
        providerId,
        stripeAccountId: id,
        transfersActive: true,
        detailsComplete: true,
        requirements: [],
      },
    });
    await db().taxData.create({ data: taxDataOf(providerId, actor.name, new Date()) });
  }

  /** The operator puts money of its own into its balance, so that refunds find some. */
  async fund(amount: number): Promise<void> {
    const name = crypto.randomUUID().replaceAll('-', '');
    const balanceTransactionId = `txn_${name}`;
    const fee = roundHalfUp(amount * 150, 10_000) + 25;
    const payment = {
      id: `pi_${name}`,
      charge: `ch_${name}`,
      balanceTransaction: balanceTransactionId,
      created: addHours(this.now(), -24 * 9).toISOString(),
      amount,
    };
    await this.stripe.control('seed', { payments: [payment] });
    await this.bookOwn(balanceTransactionId, amount - fee);
  }

  /** Books a movement between the operator's bank and its balance. */
  async bookOwn(balanceTransactionId: string, net: number): Promise<void> {
    const own = entry('E18', balanceTransactionId, 'EUR', { SA: net }, { BK: net });
    const { providerId } = this.specialist;
    await inTransaction(async (tx) => {
      const { id } = await tx.ledgerTransaction.create({
        data: { externalRef: own.externalRef, kind: own.kind, providerId, occurredAt: this.now() },
      });
      await tx.ledgerLine.createMany({ data: own.lines.map((line) => ({ ...line, transactionId: id })) });
    });
  }

  call(bookingId: string, kind: string) {
    return db().stripeCall.findFirstOrThrow({ where: { kind, payment: { bookingId } } });
  }

  payment(bookingId: string) {
    return db().payment.findUniqueOrThrow({ where: { bookingId } });
  }

  async connectAccountId(): Promise<string> {
    const { providerId } = this.specialist;
    return (await db().connectAccount.findUniqueOrThrow({ where: { providerId } })).stripeAccountId;
  }

  /** A bank disputes a session's charge, all of it or an amount, and we are told; the dispute's id. */
  async dispute(bookingId: string, amount?: number): Promise<string> {
    const { chargeId } = await this.payment(bookingId);
    const asked = { charge: chargeId, ...(amount && { amount }) };
    const { id } = (await this.stripe.control('disputes', asked)) as { id: string };
    await this.tellOf(id);
    return id;
  }

  async decideDispute(id: string, status: 'won' | 'lost'): Promise<void> {
    await this.stripe.control('disputes/close', { dispute: id, status });
    await this.tellOf(id);
    await this.drain();
  }

  /** Sums of the ledger's lines of a booking, by account. */
  async balances(bookingId: string): Promise<Record<string, number>> {
    const { id } = await this.payment(bookingId);
    const lines = await db().ledgerLine.groupBy({
      by: ['account'],
      where: { paymentId: id },
      _sum: { amount: true },
    });
    return Object.fromEntries(lines.map(({ account, _sum }) => [account, Number(_sum.amount)]));
  }
}
