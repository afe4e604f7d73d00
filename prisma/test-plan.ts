import type { AccountActor } from '@/lib/access/actor';
import { sweepPlans } from '@/lib/plans/subscriptions/jobs';
import { choosePlan } from '@/lib/plans/subscriptions/choose-plan';
import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import type { WebhookEvent } from '@/lib/server/stripe/webhook-event';
import { addHours } from '@/lib/shared/time';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { payCheckout, pressInPortal } from '@/sandbox/testing/hosted-pages';
import { handleStripeEvent } from './test-jobs';
import type { StripeForTests } from './test-services';

export const planPages = {
  locale: 'en' as const,
  successUrl: 'http://localhost:3000/paid',
  cancelUrl: 'http://localhost:3000/open',
};

/** Without seconds: while a test runs, the clock of the payment service does too. */
export const toMinute = (at: Date | null | undefined): string | undefined => at?.toISOString().slice(0, 16);

/** A practice that pays for a plan, on database and payment sandbox, with a clock that the test moves; no worker runs. */
export class PlanJourney {
  #now = new Date();
  #told = new Set<string>();

  private constructor(
    readonly stripe: StripeForTests,
    readonly actor: AccountActor,
    readonly providerId: string,
  ) {}

  /** Begins on the first of March at ten, where months have whole days. */
  static async start(stripe: StripeForTests, provider = {}): Promise<PlanJourney> {
    const { actor, providerId } = await makeSpecialist({ provider });
    const journey = new PlanJourney(stripe, actor, providerId);
    await journey.moveTo(new Date('2030-03-01T10:00:00Z'));
    return journey;
  }

  /** Both sides forget what other tests have left: no plan is paid for any more, and nothing is owed. */
  static async forget(stripe: StripeForTests): Promise<void> {
    await stripe.control('reset', {});
    await db().planSubscription.updateMany({
      where: { status: { not: 'ended' } },
      data: { status: 'ended', pastDueSince: null, endedAt: new Date() },
    });
    await db().planInvoice.updateMany({ where: { status: 'open' }, data: { status: 'void' } });
    await db().planInvoice.updateMany({ data: { availableOn: null, balanceTransactionId: null } });
    await db().planInvoice.updateMany({
      data: { deferredAmount: 0, deferredFrom: null, deferredMonths: 0, releasedMonths: 0 },
    });
  }

  get now(): Date {
    return this.#now;
  }

  async moveTo(at: Date): Promise<void> {
    this.#now = at;
    await db().clockOffset.update({
      where: { id: 1 },
      data: { milliseconds: at.getTime() - Date.now() },
    });
    await this.stripe.control('clock', { set: at.toISOString() });
  }

  /** Time goes by at the payment service; nobody has told us yet. */
  async pass(days: number): Promise<void> {
    await this.moveTo(addHours(this.#now, 24 * days));
  }

  /** What the worker does when it is told and when it sweeps. */
  async settle(): Promise<void> {
    await this.tell();
    await sweepPlans();
  }

  choose(planCode: string) {
    return choosePlan(this.actor, { planCode }, planPages);
  }

  /** Chosen and paid on the hosted page. */
  async pay(planCode: string, card?: string): Promise<void> {
    const chosen = await this.choose(planCode);
    if (!chosen.ok || !chosen.value.url) throw new Error(chosen.ok ? 'no page' : chosen.error.code);
    await payCheckout(chosen.value.url, card);
  }

  async subscribe(planCode: string): Promise<void> {
    await this.pay(planCode);
    await this.settle();
  }

  /** Events that were not told yet, oldest first. */
  async news(): Promise<WebhookEvent[]> {
    const events = await stripeGateway().listEvents({ since: new Date(0), undelivered: false });
    return events.filter(({ id }) => !this.#told.has(id));
  }

  /** Delivers events as the webhook writes them down, in this order; by default all that are new. */
  async tell(events?: readonly WebhookEvent[]): Promise<void> {
    for (const { id, type, objectId } of events ?? (await this.news())) {
      this.#told.add(id);
      await db().webhookEvent.createMany({
        data: [{ id, source: 'platform', type, objectId, createdAt: this.#now }],
        skipDuplicates: true,
      });
      await handleStripeEvent({ eventId: id });
    }
  }

  /** Another card, by the customer's own page. */
  async changeCard(number: string): Promise<void> {
    const { stripeCustomerId } = await db().planCustomer.findUniqueOrThrow({
      where: { providerId: this.providerId },
    });
    const url = await stripeGateway().openPortal({
      customerId: stripeCustomerId,
      locale: 'en',
      returnUrl: 'http://localhost:3000/back',
    });
    await pressInPortal(url, 'card', number);
  }

  async plan(): Promise<string> {
    return (await db().provider.findUniqueOrThrow({ where: { id: this.providerId } })).planCode;
  }

  subscription() {
    return db().planSubscription.findFirst({
      where: { providerId: this.providerId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
  }

  async mails(): Promise<string[]> {
    const rows = await db().email.findMany({
      where: { accountId: this.actor.accountId, kind: { startsWith: 'plan.' } },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map(({ kind }) => kind.slice(5));
  }

  /** Sums of the ledger for this practice, accounts with nothing left out. */
  async balances(): Promise<Record<string, number>> {
    const rows = await db().ledgerLine.groupBy({
      by: ['account'],
      where: { providerId: this.providerId },
      _sum: { amount: true },
    });
    const sums = rows.map(({ account, _sum }) => [account, Number(_sum.amount ?? 0)] as const);
    return Object.fromEntries(sums.filter(([, sum]) => sum !== 0));
  }
}
