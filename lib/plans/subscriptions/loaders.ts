import { notFound } from 'next/navigation';
import type { ProviderActor } from '@/lib/access/actor';
import { emptyMonth, type Split, splitPrice } from '@/lib/payments/rules/commission';
import { findPlan, listPlans } from '@/lib/plans/repository';
import { expectedFee } from '@/lib/plans/rules/margin';
import { graceUntil } from '@/lib/plans/rules/grace';
import { type PlanChange, planChange } from '@/lib/plans/rules/plan-change';
import { commissionTerms, defaultPlanCode } from '@/lib/plans/rules/plans';
import type { PlanView } from '@/lib/plans/types';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { basisPoints, type Money, money } from '@/lib/shared/money';
import { findOpenInvoice, listOwnInvoices } from './invoice-repository';
import { findBuyer, findLive, findPlanCustomer } from './repository';
import type { OwnInvoice, PlanSubscription } from './types';

/** What is paid for the plan that is held, and what comes next. */
export type HeldSubscription = {
  /** Without VAT, and the VAT on it, each period. */
  fee: Money;
  vat: Money;
  periodStart: Date;
  periodEnd: Date;
  /** It ends then; null while it renews. */
  cancelAt: Date | null;
  /** What follows when the period is over; null for the same again. */
  next: PlanView | null;
  /** Owed: until when the plan stays, and where it is paid. */
  owed: { until: Date; payUrl: string | null } | null;
};

export type OwnPlan = {
  plan: PlanView;
  /** What remains of an example session. */
  example: { price: Money; split: Split };
  subscription: HeldSubscription | null;
  /** Chosen, not paid yet. */
  pending: { plan: PlanView; fee: Money } | null;
  /** The other plans that are sold, and how one comes to each; none for a practice that an admin has closed. */
  choices: readonly { plan: PlanView; change: PlanChange }[];
  /** The plan that follows when nothing is paid any more. */
  fallback: PlanView;
  /** On what is paid to the platform; null where none is added. */
  vatBps: number | null;
  /** There is a page of the payment service about card and invoices. */
  hasPortal: boolean;
};

/** The price at which the plan's page shows what remains. */
const exampleAmount = 10_000;

/** Everything the owner of a practice sees of its plan. */
export async function loadOwnPlan(actor: ProviderActor): Promise<OwnPlan> {
  const providerId = actor.provider.id;
  const [buyer, live, customer] = await Promise.all([
    findBuyer(db(), providerId),
    findLive(db(), providerId),
    findPlanCustomer(db(), providerId),
  ]);
  if (!buyer) return notFound();
  const kept = [buyer.planCode, live?.planCode, live?.pendingPlanCode].filter(
    (code) => typeof code === 'string',
  );
  const plans = await listPlans(db(), kept);
  const of = (code: string | null | undefined) => plans.find((plan) => plan.code === code) ?? null;
  const [plan, fallback] = [of(buyer.planCode), of(defaultPlanCode)];
  if (!plan || !fallback) return notFound();
  const vatBps = buyer.isReverseCharge ? null : env().COMMISSION_VAT_BPS;
  const paid = live && live.status !== 'pending' ? live : null;
  const terms = commissionTerms(plan, env().COMMISSION_VAT_BPS, buyer.isReverseCharge);
  const borne = plan.advisorBearsFee ? expectedFee(exampleAmount) : 0;
  const pendingPlan = live?.status === 'pending' ? of(live.planCode) : null;
  const held = paid && { feeAmount: paid.feeAmount, feeInterval: plan.feeInterval };
  return {
    plan,
    example: {
      price: money(exampleAmount, plan.fee.currency),
      split: splitPrice(exampleAmount, terms, emptyMonth, borne).split,
    },
    subscription: paid && (await viewSubscription(paid, of(paid.pendingPlanCode))),
    pending: live && pendingPlan && { plan: pendingPlan, fee: money(live.feeAmount, live.currency) },
    choices: plans
      .filter(({ code, isActive }) => !buyer.isClosed && isActive && code !== plan.code)
      .map((one) => ({
        plan: one,
        change: planChange(held, { feeAmount: one.fee.amount, feeInterval: one.feeInterval }),
      })),
    fallback,
    vatBps,
    hasPortal: customer !== null && paid !== null,
  };
}

async function viewSubscription(
  paid: PlanSubscription,
  next: PlanView | null,
): Promise<HeldSubscription | null> {
  const { feeAmount, currency, isTaxed, periodStart, periodEnd, cancelAt, pastDueSince } = paid;
  if (!periodStart || !periodEnd) return null;
  const vat = isTaxed ? basisPoints(feeAmount, env().COMMISSION_VAT_BPS) : 0;
  const open = pastDueSince && (await findOpenInvoice(db(), paid.id));
  return {
    fee: money(feeAmount, currency),
    vat: money(vat, currency),
    periodStart,
    periodEnd,
    cancelAt,
    next,
    owed: pastDueSince && { until: graceUntil(pastDueSince), payUrl: open?.hostedUrl ?? null },
  };
}

const perPage = 12;

/** The invoices of the practice's plan, page by page from 1, the latest first. */
export async function loadOwnInvoices(
  actor: ProviderActor,
  page: number,
): Promise<{ invoices: OwnInvoice[]; hasMore: boolean }> {
  const skip = (Math.max(1, page) - 1) * perPage;
  const rows = await listOwnInvoices(db(), actor.provider.id, { take: perPage + 1, skip });
  return { invoices: rows.slice(0, perPage), hasMore: rows.length > perPage };
}

/** What is owed for the plan, for pages that remind of it; null for everybody who owns nothing here. */
export async function loadOwed(actor: ProviderActor): Promise<{ until: Date; planCode: string } | null> {
  if (actor.provider.role !== 'owner') return null;
  const live = await findLive(db(), actor.provider.id);
  const plan = live?.pastDueSince ? await findPlan(db(), live.planCode) : null;
  return live?.pastDueSince && plan ? { until: graceUntil(live.pastDueSince), planCode: plan.code } : null;
}
