import type { AccountActor } from '@/lib/access/actor';
import { acceptBooking } from '@/lib/booking/accept-booking';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { expireDueBookings } from '@/lib/booking/jobs';
import { rejectBooking } from '@/lib/booking/reject-booking';
import { withdrawBooking } from '@/lib/booking/withdraw-booking';
import { freezeForClaim } from '@/lib/payments/claims/freeze-for-claim';
import { type ClaimOutcome, settleClaim } from '@/lib/payments/claims/settle-claim';
import { lookAtRefunds, sweepMoney } from '@/lib/payments/jobs';
import { beginLinkCheckout, openCheckout } from '@/lib/payments/open-checkout';
import { listRecords } from '@/lib/payments/offline/repository';
import { recordOffline, takeOutRecord } from '@/lib/payments/offline/record-offline';
import { refundByAdmin } from '@/lib/payments/refunds/refund-by-admin';
import { sweepWaiting } from '@/lib/payments/waiting/sweep-waiting';
import { checkIn } from '@/lib/rooms/check-in';
import { settleEndedSessions } from '@/lib/rooms/jobs';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { ok, type Result } from '@/lib/shared/result';
import { addHours, addMinutes } from '@/lib/shared/time';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { makeAccount } from './seed/factories/accounts';
import { makeService } from './seed/factories/providers';
import { carryOutStripeCall } from './test-jobs';
import { TestJourney } from './test-journey';
import type { Random } from './test-random';
import type { StripeForTests } from './test-services';
import { deliver, eventMark, eventsSince } from './test-webhooks';

type Done = Promise<Result<unknown> | null>;
type Doing = Record<string, (session: Session) => Done>;
type Session = { id: string; startsAt: Date; endsAt: Date };

const cards = ['4242424242424242', '4242424242424242', '4242424242424242', '4000000000000341'] as const;
const told = /^(payment_intent|checkout\.session|setup_intent|refund|charge\.(refunded|dispute))/;

/**
 * One advisor's practice whose terms, prices, sessions and troubles are drawn at random. Each may be refused by
 * the rules; what must not happen is that something is thrown or that the money does not add up.
 */
export class RandomPractice {
  readonly done = new Map<string, number>();
  #heardUpTo = '';
  #admin: AccountActor | null = null;

  private constructor(
    readonly journey: TestJourney,
    readonly random: Random,
    readonly bookingIds: string[] = [],
  ) {}

  /** Begins at this instant, with money of the operator's for the fees of what goes back. */
  static async open(stripe: StripeForTests, random: Random, now: Date): Promise<RandomPractice> {
    const payoutSchedule = random.pick(['per_session', 'twice_monthly', null] as const);
    const practice = new RandomPractice(
      await TestJourney.start(stripe, { provider: { payoutSchedule } }),
      random,
    );
    await practice.journey.advance(now);
    await practice.journey.onboard();
    await practice.journey.fund(300_000);
    practice.#admin = await makeAccount({ isAdmin: true });
    practice.#heardUpTo = await eventMark(stripe);
    return practice;
  }

  get #advisor() {
    return this.journey.specialist.actor;
  }

  /** A session under terms of its own, ordered and mostly paid; what it costs may be nothing. */
  async book(): Promise<string> {
    const { random, journey } = this;
    const paymentMode = random.pick(['at_booking', 'at_booking', 'before_entry', 'off_platform'] as const);
    const confirmationMode = random.pick(['instant', 'request'] as const);
    const priceAmount = random.isOnceIn(12) ? 0 : 50 + random.below(random.pick([400, 5000, 30_000]));
    const service = { priceAmount, paymentMode, confirmationMode, horizonDays: 365 };
    journey.specialist.serviceIds.unshift(await makeService(journey.specialist.providerId, service));
    const ahead = random.isOnceIn(6) ? 62 * 24 : 50 + random.below(96);
    const bookingId = await journey.hold(ahead);
    const isIncluded = random.isOnceIn(3);
    const terms = {
      commissionBps: random.pick([0, 500, 1000, 1500, 2999, 8000]),
      commissionVatIncluded: isIncluded,
      commissionVatBps: random.pick([0, 700, 1900, 2100]),
      reverseCharge: random.isOnceIn(4),
      advisorBearsFee: random.isOnceIn(3),
    };
    await db().booking.update({ where: { id: bookingId }, data: terms });
    const ordered = await journey.order(bookingId);
    if (!ordered.ok) throw new Error(ordered.error.code);
    if (ordered.value.checkoutUrl && !random.isOnceIn(10))
      await payCheckout(ordered.value.checkoutUrl, random.pick(cards));
    this.bookingIds.push(bookingId);
    await this.hear();
    return bookingId;
  }

  /** What the payment service sent since, in any order, some of it twice. */
  async hear(): Promise<void> {
    const sent = await eventsSince(this.journey.stripe, this.#heardUpTo);
    this.#heardUpTo = sent.at(-1)?.id ?? this.#heardUpTo;
    const heard = sent.filter(({ type }) => told.test(type));
    const again = heard.filter(() => this.random.isOnceIn(4));
    for (const event of this.random.shuffled([...heard, ...again])) await deliver(event);
  }

  /** The worker: every call that waits is tried; one that the service cannot make now is tried again later. */
  async work(): Promise<string[]> {
    for (let round = 0; round < 6; round += 1) {
      const calls = await db().stripeCall.findMany({
        where: { status: 'waiting' },
        orderBy: { createdAt: 'asc' },
      });
      const failed: string[] = [];
      for (const { id, kind, paymentId } of calls)
        await carryOutStripeCall({ callId: id }).catch((error: unknown) =>
          failed.push(`${kind} of ${paymentId}: ${String(error)}`),
        );
      if (calls.length === failed.length) return failed;
    }
    throw new Error('calls without an end');
  }

  /** Time goes by, and what it does happens. */
  async pass(hours: number): Promise<void> {
    await this.journey.advance(addHours(this.journey.now(), hours));
    await expireDueBookings();
    await settleEndedSessions();
    await sweepMoney();
    await lookAtRefunds();
    await sweepWaiting(this.journey.now());
    await this.work();
  }

  /** A session is booked and takes its course, with something that happens before, and then more to any of them. */
  async course(): Promise<void> {
    const bookingId = await this.book();
    if (!this.random.isOnceIn(10)) await this.#try('accept', this.#before.accept, bookingId);
    if (this.random.isOnceIn(3)) await this.#any(this.#before, bookingId);
    if (!this.random.isOnceIn(10)) await this.#any(this.#outcomes, bookingId);
    for (let times = 0; times < 5; times += 1) {
      const id = this.random.isOnceIn(2)
        ? bookingId
        : this.bookingIds[this.random.below(this.bookingIds.length)];
      await this.#any(this.#after, id ?? bookingId);
    }
    await this.#troublePaid();
  }

  /** Refunds and disputes need a charge, which not every session has. */
  async #troublePaid(): Promise<void> {
    const { providerId } = this.journey.specialist;
    const paid = await db().payment.findMany({
      where: { providerId, chargeId: { not: null }, status: { notIn: ['refunded', 'charged_back'] } },
      select: { bookingId: true },
      orderBy: { id: 'asc' },
    });
    const bookingId = paid[this.random.below(paid.length)]?.bookingId;
    if (bookingId) await this.#any(this.#trouble, bookingId);
  }

  async #any(doing: Doing, bookingId: string): Promise<void> {
    const all = Object.entries(doing);
    const [name, run] = all[this.random.below(all.length)] ?? [];
    if (name) await this.#try(name, run, bookingId);
    if (this.random.isOnceIn(2)) await this.work();
    if (this.random.isOnceIn(2)) await this.hear();
  }

  async #try(name: string, run: Doing[string] | undefined, id: string): Promise<void> {
    const session = await db().booking.findUniqueOrThrow({ where: { id } });
    const result = await run?.(session);
    const what = name.replaceAll('Too', '');
    if (result?.ok) this.done.set(what, (this.done.get(what) ?? 0) + 1);
  }

  readonly #trouble: Doing = {
    refund: ({ id }) => this.#refund(id),
    dispute: ({ id }) => this.#dispute(id),
    decide: () => this.decide(),
    record: async ({ id }) => {
      const { id: paymentId, amount } = await this.journey.payment(id);
      return recordOffline(this.#advisor, { paymentId, amount: 1 + this.random.below(amount) });
    },
  };

  readonly #before: Doing = {
    ...this.#trouble,
    accept: ({ id: bookingId }) => acceptBooking(this.#advisor, { bookingId }),
    reject: ({ id: bookingId }) => rejectBooking(this.#advisor, { bookingId, reason: null }),
    withdraw: ({ id: bookingId }) => withdrawBooking(this.journey.client, { bookingId, reason: null }),
    cancel: ({ id: bookingId }) => cancelBooking(this.journey.client, { bookingId, reason: null }),
    cancelByAdvisor: ({ id: bookingId }) => cancelBooking(this.#advisor, { bookingId, reason: null }),
    wait: () => this.#wait(),
  };

  readonly #outcomes: Doing = {
    takesPlace: (session) => this.#meet(session, true, true),
    takesPlaceToo: (session) => this.#meet(session, true, true),
    takesPlaceTooToo: (session) => this.#meet(session, true, true),
    missed: (session) => this.#meet(session, false, true),
    advisorMissing: (session) => this.#meet(session, true, false),
    cancelLate: async ({ id: bookingId, startsAt }) => {
      await this.#moveTo(addHours(startsAt, -2));
      return cancelBooking(this.journey.client, { bookingId, reason: null });
    },
  };

  readonly #after: Doing = {
    ...this.#trouble,
    claim: ({ id: bookingId, endsAt }) =>
      inTransaction((tx) => freezeForClaim(tx, { subject: { bookingId }, endsAt, now: this.journey.now() })),
    settleClaim: ({ id }) => this.#settle(id),
    takeOut: async ({ id }) => {
      const { id: paymentId } = await this.journey.payment(id);
      const [first] = await listRecords(db(), paymentId);
      return takeOutRecord(this.#advisor, { paymentId, recordId: first?.id ?? paymentId });
    },
    payByLink: ({ id }) => this.#payByLink(id),
    bank: async () => {
      const { providerId } = this.journey.specialist;
      const { stripeAccountId } = await db().connectAccount.findUniqueOrThrow({ where: { providerId } });
      await this.journey.stripe.control('payout', { account: stripeAccountId });
      return ok();
    },
    wait: () => this.#wait(),
    waitToo: () => this.#wait(),
  };

  async #wait(): Done {
    await this.pass(this.random.pick([1, 24, 80]));
    return ok();
  }

  async #payByLink(bookingId: string): Done {
    const { id: paymentId } = await this.journey.payment(bookingId);
    const url = await inTransaction((tx) => beginLinkCheckout(tx, { paymentId, now: this.journey.now() }));
    if (!url.ok) return null;
    const { client } = this.journey;
    const opened = await openCheckout(url.value, {
      capture: 'automatic',
      locale: 'en',
      customer: { accountId: client.accountId, email: client.email, name: client.name },
      title: 'Session',
      description: 'Session',
      successUrl: 'http://localhost:3000/done',
      cancelUrl: 'http://localhost:3000/back',
      now: this.journey.now(),
    });
    if (!opened.ok) return opened;
    await payCheckout(opened.value.url);
    return ok();
  }

  async #moveTo(instant: Date): Promise<void> {
    if (instant > this.journey.now())
      await this.pass((instant.getTime() - this.journey.now().getTime()) / 3_600_000);
  }

  async #meet({ id: bookingId, startsAt, endsAt }: Session, client: boolean, advisor: boolean): Done {
    await this.#moveTo(startsAt);
    if (client) await checkIn(this.journey.client, { bookingId });
    const came = advisor ? await checkIn(this.#advisor, { bookingId }) : null;
    await this.#moveTo(addMinutes(endsAt, 1));
    return came ?? ok();
  }

  async #settle(bookingId: string): Done {
    const { amount } = await this.journey.payment(bookingId);
    const part = 1 + this.random.below(Math.max(1, amount));
    const outcome = this.random.pick<ClaimOutcome>([
      { kind: 'release' },
      { kind: 'refund', amount },
      { kind: 'refund', amount: part },
      { kind: 'refund', amount: part, goesOn: true },
    ]);
    const now = this.journey.now();
    const by = this.random.pick(['provider', 'admin'] as const);
    // A provider gives back; that the claim ends without is for others to say.
    const party = outcome.kind === 'release' ? 'admin' : by;
    return inTransaction((tx) => settleClaim(tx, { subject: { bookingId }, outcome, by: party, now }));
  }

  async #refund(bookingId: string): Done {
    const { id: paymentId, amount } = await this.journey.payment(bookingId);
    const part = this.random.isOnceIn(2) ? amount : 1 + this.random.below(Math.max(1, amount));
    return this.#admin && refundByAdmin(this.#admin, { paymentId, amount: part });
  }

  /** A bank takes back all, or a part, of a charge that it has not disputed before. */
  async #dispute(bookingId: string): Done {
    const { id: paymentId, chargeId, paidAmount, refundedAmount } = await this.journey.payment(bookingId);
    const asked = await db().refund.aggregate({
      where: { paymentId, status: { in: ['requested', 'pending'] } },
      _sum: { amount: true },
    });
    const left = paidAmount - refundedAmount - (asked._sum.amount ?? 0);
    const isNew = (await db().dispute.count({ where: { paymentId } })) === 0;
    if (!chargeId || left <= 0 || !isNew) return null;
    const amount = this.random.isOnceIn(2) ? left : 1 + this.random.below(left);
    await this.journey.stripe.control('disputes', { charge: chargeId, amount });
    await this.hear();
    return ok();
  }

  /** The bank decides what it was to decide. */
  async decide(): Done {
    const open = await db().dispute.findFirst({ where: { status: 'open' }, select: { id: true } });
    if (!open) return null;
    const status = this.random.pick(['won', 'lost'] as const);
    await this.journey.stripe.control('disputes/close', { dispute: open.id, status });
    await this.hear();
    return ok();
  }

  /** Everything that was begun comes to its end; returns the calls that could never be made. */
  async close(): Promise<string[]> {
    await this.hear();
    while (await this.decide()) await this.work();
    for (const hours of [1, 24 * 8, 80, 24 * 20, 24 * 62]) {
      await this.pass(hours);
      await this.hear();
    }
    return this.work();
  }
}
