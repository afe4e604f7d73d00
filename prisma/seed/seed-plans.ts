import { entryE2 } from '@/lib/payments/rules/ledger';
import { entryEarnedMonth, entrySubscription, monthlyParts } from '@/lib/payments/rules/ledger-subscriptions';
import { defaultPlanCode, shippedPlans } from '@/lib/plans/rules/plans';
import { invoiceName } from '@/lib/plans/subscriptions/plan-price';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { lookupKeyOf, productOf, taxMark } from '@/lib/server/stripe/billing-catalogue';
import { basisPoints, money } from '@/lib/shared/money';
import { addHours } from '@/lib/shared/time';
import { insertEntryRows } from './entry-rows';
import { seedId, seedStripeId } from './seed-id';
import { hasSandbox, type SandboxMoney, sandboxPage, seedSandbox } from './stripe-sandbox';

type Holder = { providerId: string };
type Interval = 'month' | 'year';

/** Months for which they have paid: a monthly plan since the third last one, a year since the fifth. */
const monthsAgo = { month: 2, year: 4 } as const;
const availableAfterHours = 48;
const feeOf = (amount: number) => basisPoints(amount, 150) + 25;

/** Whole months later; begun on a day that every month has. */
function addMonths(at: Date, months: number): Date {
  const moved = new Date(at);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  return moved;
}

/** On a day before the 28th, a little before now, so that the period that runs has begun. */
function beginOf(now: Date, months: number): Date {
  const day = addHours(now, -30);
  day.setUTCDate(Math.min(day.getUTCDate(), 28));
  return addMonths(day, -months);
}

/** Who holds a plan that costs something has paid for it, at the payment service and in our books alike. */
export async function seedPlans(holders: readonly Holder[], now: Date): Promise<void> {
  const paid = shippedPlans.filter(({ feeAmount }) => feeAmount > 0).map(({ code }) => code);
  const ids = holders.map(({ providerId }) => providerId);
  if (!hasSandbox()) {
    await db().provider.updateMany({
      where: { id: { in: ids }, planCode: { in: paid } },
      data: { planCode: defaultPlanCode },
    });
    return;
  }
  const rows = await db().provider.findMany({
    where: { id: { in: ids }, planCode: { in: paid } },
    select: {
      id: true,
      accountId: true,
      slug: true,
      displayName: true,
      sellerName: true,
      sellerEmail: true,
      plan: { select: { code: true, feeAmount: true, feeInterval: true, currency: true } },
    },
    orderBy: { createdAt: 'asc' },
  });
  const stories = rows.map((row, index) => tell(row, now, index === rows.length - 1));
  await seedSandbox(catalogue(stories, now));
  for (const { sandbox } of stories) await seedSandbox(sandbox);
  await inTransaction(async (tx) => {
    for (const { write } of stories) await write(tx);
  });
}

type Row = {
  id: string;
  slug: string;
  displayName: string;
  sellerName: string | null;
  sellerEmail: string | null;
  plan: { code: string; feeAmount: number; feeInterval: string | null; currency: string };
};

type Story = { plan: Row['plan']; sandbox: Partial<SandboxMoney>; write: (tx: Tx) => Promise<void> };

const priceId = (code: string) => seedStripeId('price', code);
const taxRateId = () => seedStripeId('txr', 'vat');
const intervalOf = ({ feeInterval }: Row['plan']): Interval => (feeInterval === 'year' ? 'year' : 'month');

/** Prices and the tax rate, which are shared. */
function catalogue(stories: readonly Story[], now: Date): Partial<SandboxMoney> {
  const { OPERATOR_COUNTRY: country, COMMISSION_VAT_BPS: bps, CURRENCY } = env();
  const created = addMonths(now, -12).toISOString();
  const plans = new Map(stories.map(({ plan }) => [plan.code, plan]));
  return {
    taxRates: [
      {
        id: taxRateId(),
        created,
        percentage: bps / 100,
        country,
        metadata: { mark: taxMark({ bps, country }) },
      },
    ],
    prices: [...plans.values()].map((plan) => ({
      id: priceId(plan.code),
      created,
      product: productOf(plan.code),
      productName: invoiceName(plan.code),
      lookupKey: lookupKeyOf({
        planCode: plan.code,
        interval: intervalOf(plan),
        fee: money(plan.feeAmount, CURRENCY),
      }),
      unitAmount: plan.feeAmount,
      interval: intervalOf(plan),
      metadata: { planCode: plan.code },
    })),
  };
}

type Bill = {
  id: string;
  intent: string;
  charge: string;
  balanceTransaction: string;
  start: Date;
  end: Date;
};

function billsOf({ slug, plan }: Row, now: Date): Bill[] {
  const interval = intervalOf(plan);
  const step = interval === 'year' ? 12 : 1;
  const begin = beginOf(now, monthsAgo[interval]);
  const bills: Bill[] = [];
  for (let number = 0; addMonths(begin, number * step) <= now; number += 1) {
    const key = `plan/${slug}/${number}`;
    bills.push({
      id: seedStripeId('in', key),
      intent: seedStripeId('pi', key),
      charge: seedStripeId('ch', key),
      balanceTransaction: seedStripeId('txn', key),
      start: addMonths(begin, number * step),
      end: addMonths(begin, (number + 1) * step),
    });
  }
  return bills;
}

/** One of them has cancelled: its plan ends with the period. */
function tell(row: Row, now: Date, isCancelled: boolean): Story {
  const { slug, plan } = row;
  const bills = billsOf(row, now);
  const vat = basisPoints(plan.feeAmount, env().COMMISSION_VAT_BPS);
  const id = seedId(`subscription/${slug}`);
  const [customer, card] = [seedStripeId('cus', `plan/${slug}`), seedStripeId('pm', `plan/${slug}`)];
  const begin = bills[0]?.start ?? now;
  const metadata = { providerId: row.id, planSubscriptionId: id };
  const sandbox: Partial<SandboxMoney> = {
    customers: [
      {
        id: customer,
        created: begin.toISOString(),
        email: row.sellerEmail ?? `${slug}@demo.example`,
        name: row.sellerName ?? row.displayName,
        paymentMethod: card,
        metadata: { providerId: row.id },
      },
    ],
    payments: bills.map(({ intent, charge, balanceTransaction, start }) => ({
      id: intent,
      charge,
      balanceTransaction,
      created: start.toISOString(),
      status: 'succeeded',
      amount: plan.feeAmount + vat,
      customer,
      paymentMethod: card,
      manualCapture: false,
      description: 'Subscription',
      metadata: {},
    })),
    subscriptions: [
      {
        id: seedStripeId('sub', slug),
        created: begin.toISOString(),
        item: seedStripeId('si', slug),
        customer,
        paymentMethod: card,
        price: priceId(plan.code),
        ...(vat > 0 ? { taxRate: taxRateId() } : {}),
        cancelAtPeriodEnd: isCancelled,
        metadata,
        invoices: bills.map((bill) => ({
          id: bill.id,
          intent: bill.intent,
          periodStart: bill.start.toISOString(),
          periodEnd: bill.end.toISOString(),
        })),
      },
    ],
  };
  const written = { row, id, customer, bills, vat, now, isCancelled };
  return { plan, sandbox, write: (tx) => writeStory(tx, written) };
}

type Written = {
  row: Row;
  id: string;
  customer: string;
  bills: readonly Bill[];
  vat: number;
  now: Date;
  isCancelled: boolean;
};

async function writeStory(tx: Tx, written: Written): Promise<void> {
  const { row, id, customer, bills, vat, isCancelled } = written;
  const { plan, slug } = row;
  const [first, last] = [bills[0], bills.at(-1)];
  if (!first || !last) return;
  await tx.planCustomer.create({ data: { providerId: row.id, stripeCustomerId: customer } });
  await tx.planSubscription.create({
    data: {
      id,
      providerId: row.id,
      planCode: plan.code,
      status: 'active',
      version: 2,
      stripeSubscriptionId: seedStripeId('sub', slug),
      stripeItemId: seedStripeId('si', slug),
      feeAmount: plan.feeAmount,
      currency: plan.currency,
      isTaxed: vat > 0,
      periodStart: last.start,
      periodEnd: last.end,
      cancelAt: isCancelled ? last.end : null,
      pendingPlanCode: isCancelled ? defaultPlanCode : null,
      startedAt: first.start,
      createdAt: first.start,
      updatedAt: last.start,
    },
  });
  await tx.auditEntry.create({
    data: {
      id: seedId(`audit/subscription/${slug}`),
      at: first.start,
      party: 'system',
      action: 'subscription.begin',
      subjectType: 'subscription',
      subjectId: id,
      fromStatus: 'pending',
      toStatus: 'active',
    },
  });
  for (const [index, bill] of bills.entries()) await writeBill(tx, written, bill, index);
}

/** An invoice with its entries: charged, available, and the months of a year that are over. */
async function writeBill(
  tx: Tx,
  { row, id, customer, vat, now }: Written,
  bill: Bill,
  index: number,
): Promise<void> {
  const { plan, slug } = row;
  const currency = env().CURRENCY;
  const isYear = intervalOf(plan) === 'year';
  const deferred = isYear ? plan.feeAmount : 0;
  const fee = feeOf(plan.feeAmount + vat);
  const { balanceTransaction: balanceTransactionId, start } = bill;
  const availableOn = addHours(start, availableAfterHours);
  const isAvailable = availableOn <= now;
  const months = isYear ? 12 : 0;
  const over = Array.from({ length: months }, (_, month) => addMonths(start, month + 1)).filter(
    (end) => end <= now,
  );
  await tx.planInvoice.create({
    data: {
      id: seedId(`plan-invoice/${slug}/${index}`),
      providerId: row.id,
      subscriptionId: id,
      stripeInvoiceId: bill.id,
      number: `${customer.slice(-8).toUpperCase()}-${String(index + 1).padStart(4, '0')}`,
      status: 'paid',
      netAmount: plan.feeAmount,
      vatAmount: vat,
      currency,
      issuedAt: start,
      hostedUrl: sandboxPage(`/i/${bill.id}`),
      paidAt: start,
      stripeFee: fee,
      balanceTransactionId,
      availableOn,
      availableBookedAt: isAvailable ? availableOn : null,
      deferredAmount: deferred,
      deferredFrom: isYear ? start : null,
      deferredMonths: months,
      releasedMonths: over.length,
    },
  });
  const net = plan.feeAmount;
  const entries = [
    { at: start, entry: entrySubscription({ balanceTransactionId, currency, net, vat, fee, deferred }) },
    ...(isAvailable
      ? [{ at: availableOn, entry: entryE2({ balanceTransactionId, currency, net: net + vat - fee }) }]
      : []),
    ...over.map((at, month) => ({
      at,
      entry: entryEarnedMonth({
        invoiceId: bill.id,
        number: month + 1,
        currency,
        amount: monthlyParts(deferred, months)[month] ?? 0,
      }),
    })),
  ];
  for (const { at, entry } of entries) await insertEntryRows(tx, entry, { providerId: row.id, at });
}
