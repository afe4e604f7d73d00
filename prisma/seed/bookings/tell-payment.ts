import { emptyMonth, invoiceMonth, type Split, splitPrice } from '@/lib/payments/rules/commission';
import { cardConsentVersion } from '@/lib/booking/order-booking';
import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { entryE1, entryE2, entryE3, entryE4, entryE5 } from '@/lib/payments/rules/ledger';
import { entryE6 } from '@/lib/payments/rules/ledger-returns';
import { claimUntil } from '@/lib/payments/rules/release';
import { env } from '@/lib/server/env';
import { roundHalfUp } from '@/lib/shared/money';
import { addHours, addMinutes } from '@/lib/shared/time';
import { seedId, seedStripeId } from '../seed-id';
import type { ClaimPlan } from '../claims/plan';
import { tellClaimMoney } from '../claims/tell-claim-money';
import { Money } from './money';
import { tellOutside } from './tell-outside';
import type { Rows } from './rows';
import type { Course, Story, Timeline } from './story';

/** Stripe's fee on a card charge in the sandbox: 1.5 % and 25 cents. */
const feeOf = (amount: number) => roundHalfUp(amount * 150, 10_000) + 25;
const availableAfterHours = 48;

const released: Course[] = ['rejected', 'unanswered', 'withdrawn'];
const refunded: Course[] = ['freeCancel', 'providerCancelled', 'providerNeverCame', 'eventNotHeld'];
const earned: Course[] = ['completed', 'missed', 'lateCancel'];
const causes: Partial<Record<Course, string>> = {
  freeCancel: 'freeCancellation',
  providerCancelled: 'providerCancelled',
  providerNeverCame: 'providerNeverCame',
  eventNotHeld: 'eventNotHeld',
};

/** What is told of money: of a booking, or of a seat. */
export type PaidStory = Pick<Story, 'key' | 'specialist' | 'client' | 'bookedAt' | 'course'> & {
  seatId?: string;
  offer: Pick<Story['offer'], 'providerId' | 'price' | 'plan' | 'provider' | 'vatBps' | 'confirmationMode'> &
    Partial<Pick<Story['offer'], 'paymentMode'>>;
};
type PaidTimes = Pick<Timeline, 'endsAt' | 'orderedAt' | 'securedAt' | 'decidedAt' | 'closedAt'>;

/** Tells where the money of one booking or seat went, in our books and at the payment service alike. */
export function tellPayment(
  rows: Rows,
  story: PaidStory,
  timeline: PaidTimes,
  now: Date,
  claim?: ClaimPlan,
): void {
  const money = new Money(rows, story);
  const { course, offer } = story;
  const mode = offer.paymentMode ?? 'at_booking';
  if (mode === 'off_platform' && money.amount > 0 && timeline.securedAt)
    tellOutside(money, timeline, timeline.securedAt, now);
  else if (mode === 'before_entry' && money.amount > 0 && timeline.securedAt)
    tellStoredCard(money, timeline, timeline.securedAt, { now, claim });
  else if (money.amount > 0 && timeline.securedAt) {
    secure(money, timeline, timeline.securedAt, now);
    if (refunded.includes(course) && timeline.closedAt) refund(money, timeline.closedAt);
    if (earned.includes(course) && timeline.closedAt)
      earn(money, timeline, timeline.closedAt, { now, claim });
  }
  rows.payments.push({
    id: money.id,
    ...money.subject,
    clientId: story.client.accountId,
    providerId: story.offer.providerId,
    amount: money.amount,
    currency: offer.price.currency,
    mode,
    createdAt: story.bookedAt,
    ...money.data,
    status: money.status,
    version: money.version,
    updatedAt: money.updatedAt,
  });
}

/** A card is stored with the order and charged when the price is due: at the door, or for what the client missed. */
function tellStoredCard(
  money: Money,
  timeline: PaidTimes,
  securedAt: Date,
  { now, claim }: { now: Date; claim: ClaimPlan | undefined },
): void {
  const { story } = money;
  const { orderedAt, closedAt } = timeline;
  const consent = { cardConsent: cardConsentVersion, cardConsentAt: orderedAt };
  money.move('openSetup', orderedAt, { checkoutAttempt: 1, ...consent }, 'client');
  const paymentMethodId = seedStripeId('pm', story.client.email);
  money.move('storeCard', securedAt, { setupIntentId: seedStripeId('seti', story.key), paymentMethodId });
  if (!closedAt) return;
  if (!earned.includes(story.course)) return money.move('detachCard', closedAt);
  const charged = addMinutes(closedAt, -1);
  const cause = story.course === 'completed' ? 'atDoor' : 'afterwards';
  money.move('chargeCard', addMinutes(charged, -1), { chargeAttempt: 1, chargeCause: cause });
  money.call('chargeCard', idempotencyKey.offSession(money.id, 1), charged);
  charge(money, 'chargeSucceeded', charged, { paymentIntentId: money.intent, paymentMethodId }, now);
  money.rows.sandbox.payments.push({
    id: money.intent,
    charge: money.charge,
    balanceTransaction: chargeTransaction(money),
    created: charged.toISOString(),
    status: 'succeeded',
    amount: money.amount,
    customer: seedStripeId('cus', story.client.email),
    manualCapture: false,
    transferGroup: money.group,
    description: story.offer.provider.displayName,
    metadata: money.metadata,
  });
  earn(money, timeline, closedAt, { now, claim });
}

/** Paid at once, or authorised and then captured, let go, or still waiting for the answer. */
function secure(
  money: Money,
  { orderedAt, decidedAt, closedAt }: PaidTimes,
  securedAt: Date,
  now: Date,
): void {
  const { story } = money;
  const { course, client, offer } = story;
  const isRequest = offer.confirmationMode === 'request';
  money.move('openCheckout', orderedAt, { checkoutAttempt: 1 }, 'client');
  const known = { paymentIntentId: money.intent, paymentMethodId: seedStripeId('pm', story.key) };
  if (isRequest) money.move('authorise', securedAt, { ...known, authorisedAt: securedAt });
  const isReleased = released.includes(course);
  const capturedAt = isReleased || !decidedAt ? null : decidedAt;
  if (isReleased && closedAt) letGo(money, closedAt);
  if (capturedAt) {
    if (isRequest) money.call('capture', idempotencyKey.capture(money.id), capturedAt);
    charge(money, isRequest ? 'capture' : 'pay', capturedAt, known, now);
  }
  money.rows.sandbox.payments.push({
    id: money.intent,
    charge: money.charge,
    created: securedAt.toISOString(),
    ...(capturedAt
      ? { capturedAt: capturedAt.toISOString(), balanceTransaction: chargeTransaction(money) }
      : {}),
    ...(isReleased && closedAt ? { canceledAt: closedAt.toISOString() } : {}),
    status: capturedAt ? 'succeeded' : isReleased ? 'canceled' : 'requires_capture',
    amount: money.amount,
    customer: seedStripeId('cus', client.email),
    manualCapture: isRequest,
    transferGroup: money.group,
    description: offer.provider.displayName,
    metadata: money.metadata,
  });
}

const chargeTransaction = ({ story }: Money) => seedStripeId('txn', `charge/${story.key}`);

function charge(
  money: Money,
  transition: 'capture' | 'pay' | 'chargeSucceeded',
  at: Date,
  known: Partial<Rows['payments'][number]>,
  now: Date,
): void {
  const { amount } = money;
  const { currency } = money.story.offer.price;
  const fee = feeOf(amount);
  const availableOn = addHours(at, availableAfterHours);
  const balanceTransactionId = chargeTransaction(money);
  money.book(entryE1({ balanceTransactionId, currency, amount, fee }), at);
  money.move(transition, at, {
    ...known,
    chargeId: money.charge,
    paidAmount: amount,
    stripeFee: fee,
    chargedAt: at,
    availableOn,
    availableBookedAt: availableOn <= now ? availableOn : null,
  });
  if (availableOn <= now)
    money.book(entryE2({ balanceTransactionId, currency, net: amount - fee }), availableOn);
}

function letGo(money: Money, at: Date): void {
  money.call('releaseAuthorisation', idempotencyKey.cancelAuthorisation(money.id), at);
  const cause = money.story.course;
  money.move('releaseAuthorisation', addMinutes(at, 1), { returnCause: cause });
}

function refund(money: Money, at: Date): void {
  const { amount, story } = money;
  const number = 1;
  const id = seedStripeId('re', story.key);
  const balanceTransactionId = seedStripeId('txn', `refund/${story.key}`);
  const settledAt = addMinutes(at, 1);
  money.move('refund', at, { returnCause: story.course });
  money.call('refund', idempotencyKey.refund(money.id, number), at, { number, amount });
  money.rows.refunds.push({
    id: seedId(`refund/${story.key}`),
    paymentId: money.id,
    number,
    amount,
    currency: story.offer.price.currency,
    cause: causes[story.course] ?? 'freeCancellation',
    status: 'succeeded',
    stripeRefundId: id,
    createdAt: at,
    checkedAt: settledAt,
    settledAt,
  });
  money.book(entryE6({ balanceTransactionId, currency: story.offer.price.currency, amount }), settledAt);
  money.move('refunded', settledAt, { refundedAmount: amount });
  money.rows.sandbox.refunds.push({
    id,
    charge: money.charge,
    balanceTransaction: balanceTransactionId,
    created: settledAt.toISOString(),
    amount,
    metadata: { ...money.metadata, number: String(number) },
  });
}

/** Split by the rule, in the advisor's month; released after the claim window; transferred when the account is ready. */
function earn(
  money: Money,
  { endsAt }: PaidTimes,
  at: Date,
  { now, claim }: { now: Date; claim: ClaimPlan | undefined },
): void {
  const { story, rows, amount } = money;
  const { plan, provider, price } = story.offer;
  const monthOf = (when: Date) => `${story.offer.providerId}/${invoiceMonth(when, env().OPERATOR_TIME_ZONE)}`;
  const key = monthOf(at);
  const terms = {
    commissionBps: plan.commissionBps,
    isVatIncluded: plan.commissionVatIncluded,
    vatBps: env().COMMISSION_VAT_BPS,
    isReverseCharge: provider.reverseCharge,
  };
  const { split, month } = splitPrice(amount, terms, rows.months.get(key) ?? emptyMonth);
  rows.months.set(key, month);
  const until = claimUntil(endsAt);
  money.book(entryE3({ paymentId: money.id, currency: price.currency, split }), at);
  money.move('deliver', at, {
    deliveredAt: at,
    claimUntil: until,
    commissionAmount: split.commission,
    commissionVat: split.vat,
    advisorAmount: split.advisor,
  });
  const account = rows.connectAccounts.find(({ providerId }) => providerId === story.offer.providerId);
  const pay = (left: Split, releasedAt: Date) => {
    if (account?.transfersActive) payOut(money, left, account.stripeAccountId, releasedAt);
  };
  if (claim) {
    const released = tellClaimMoney(money, claim, { split, terms, monthOf, months: rows.months });
    if (released) pay(released.split, released.releasedAt);
    return;
  }
  const releasedAt = addMinutes(until, 1);
  if (releasedAt > addHours(now, -1)) return;
  money.book(entryE4({ paymentId: money.id, currency: price.currency, advisor: split.advisor }), releasedAt);
  money.move('release', releasedAt, { releasedAt });
  pay(split, releasedAt);
}

function payOut(money: Money, { advisor }: Split, destination: string, releasedAt: Date): void {
  const { story } = money;
  const { currency } = story.offer.price;
  const balanceTransactionId = seedStripeId('txn', `transfer/${story.key}`);
  const transferId = seedStripeId('tr', story.key);
  const transferredAt = addMinutes(releasedAt, 1);
  money.move('startPayout', releasedAt, { transferAttempt: 1 });
  money.call('transfer', idempotencyKey.transfer(money.id, 1), releasedAt);
  money.book(
    entryE5({ paymentId: money.id, currency, payable: advisor, clawback: 0, balanceTransactionId }),
    transferredAt,
  );
  money.move('payoutDone', transferredAt, { transferId, transferredAt, transferredAmount: advisor });
  money.rows.sandbox.transfers.push({
    id: transferId,
    balanceTransaction: balanceTransactionId,
    created: transferredAt.toISOString(),
    amount: advisor,
    destination,
    sourceTransaction: money.charge,
    transferGroup: money.group,
    metadata: money.metadata,
  });
}
