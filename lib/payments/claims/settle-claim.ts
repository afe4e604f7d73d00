import { entryE4 } from '@/lib/payments/rules/ledger';
import { refundAmount } from '@/lib/payments/rules/refund';
import { isSessionOver } from '@/lib/payments/rules/release';
import type { PaymentParty } from '@/lib/payments/rules/status';
import type { Tx } from '@/lib/server/db/client';
import { err, ok, type Result } from '@/lib/shared/result';
import { movePayment } from '../move-payment';
import { sendRefund } from '../refunds/send-refund';
import { insertEntry, lockPayment, updatePayment } from '../repository';
import { returnMoney } from '../return-money';
import type { PaymentRecord, PaymentSubject } from '../types';

export type ClaimOutcome =
  /**
   * So much goes back, in minor units: all that is left, or a part of it. After a part that the provider offers,
   * `goesOn` keeps the rest frozen until the client has accepted it.
   */
  | { kind: 'refund'; amount: number; goesOn?: boolean }
  /** Nothing goes back; what is held is the provider's. */
  | { kind: 'release' };

type Settlement = {
  subject: PaymentSubject;
  outcome: ClaimOutcome;
  by: PaymentParty;
  now: Date;
};

/**
 * Moves the money of a claim as it was answered or decided. Nothing moves where nothing was paid through us.
 * `payment.refundTooLarge` when there is not so much left, also because a rule of the system gave it back meanwhile,
 * `payment.disputed` while a bank decides, `payment.refundUnderWay` until what was given back has arrived,
 * `payment.partOfDue` for a part of what is not paid yet.
 */
export async function settleClaim(
  tx: Tx,
  { subject, outcome, by, now }: Settlement,
): Promise<Result<undefined>> {
  const payment = await lockPayment(tx, subject);
  if (!payment) return err('common.notFound');
  switch (payment.status) {
    case 'claim_open':
      return outcome.kind === 'refund'
        ? giveBack(tx, payment, outcome, by, now)
        : release(tx, payment, by, now);
    case 'due':
    case 'charging':
      return settleDue(tx, payment, outcome, now);
    case 'disputed':
      return err('payment.disputed');
    case 'refunding':
      return payment.claimedAt || outcome.kind === 'refund' ? err('payment.refundUnderWay') : ok();
    case 'refunded':
    case 'charged_back':
      if (outcome.kind === 'refund') return err('payment.refundTooLarge');
      return unfreeze(tx, payment);
    default:
      return unfreeze(tx, payment);
  }
}

async function unfreeze(tx: Tx, payment: PaymentRecord): Promise<Result<undefined>> {
  if (payment.claimedAt) await updatePayment(tx, payment, { claimedAt: null });
  return ok();
}

async function giveBack(
  tx: Tx,
  payment: PaymentRecord,
  { amount, goesOn = false }: { amount: number; goesOn?: boolean },
  by: PaymentParty,
  now: Date,
): Promise<Result<undefined>> {
  const checked = refundAmount('claim', payment, amount);
  if (!checked.ok) return checked;
  const data = goesOn ? {} : { claimedAt: null };
  const moved = await movePayment(tx, { payment, transition: 'refundClaim', by, now, data });
  await sendRefund(tx, moved, { amount: checked.value, cause: 'claim' }, now);
  return ok();
}

/** E4: what was frozen becomes payable; before the session is over it waits for the window, since nobody knows yet how it ends. */
async function release(
  tx: Tx,
  payment: PaymentRecord,
  by: PaymentParty,
  now: Date,
): Promise<Result<undefined>> {
  const { id: paymentId, currency, providerId, advisorAmount: advisor, claimUntil } = payment;
  if (claimUntil && !isSessionOver(claimUntil, now)) {
    await movePayment(tx, { payment, transition: 'unfreeze', by, now, data: { claimedAt: null } });
    return ok();
  }
  await insertEntry(tx, entryE4({ paymentId, currency, advisor }), { paymentId, providerId }, now);
  const data = { claimedAt: null, releasedAt: now };
  await movePayment(tx, { payment, transition: 'declineClaim', by, now, data });
  return ok();
}

/** The price is not paid yet: given back in full nothing is due any more; a part of it cannot be given back. */
async function settleDue(
  tx: Tx,
  payment: PaymentRecord,
  outcome: ClaimOutcome,
  now: Date,
): Promise<Result<undefined>> {
  if (outcome.kind === 'refund' && payment.mode !== 'off_platform') {
    if (outcome.amount !== payment.amount) return err('payment.partOfDue');
    await updatePayment(tx, payment, { claimedAt: null });
    await returnMoney(tx, { ...payment.subject, cause: 'freeCancel', now });
    return ok();
  }
  return unfreeze(tx, payment);
}
