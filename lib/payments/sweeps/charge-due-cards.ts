import { isUncollectible, UNCOLLECTIBLE_DAYS } from '@/lib/payments/rules/dunning';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { addHours } from '@/lib/shared/time';
import { chargeCard } from '../charges/charge-card';
import { movePayment } from '../move-payment';
import { lockPayment, updatePayment } from '../repository';
import { closeSession } from '../return-money';
import { type DuePayment, listChargeable, listLongDue } from './repository';

const batch = 50;

/**
 * Charges stored cards whose time has come, for the first time or again, and gives up what has been due for too long.
 * Returns how many rows failed.
 */
export async function chargeDueCards(now: Date): Promise<number> {
  const charged = await sweepRows({
    name: 'payments.chargeCards',
    next: (seen) => listChargeable(db(), now, batch, seen),
    handle: (due) => inTransaction((tx) => charge(tx, due, now)),
  });
  const before = addHours(now, -UNCOLLECTIBLE_DAYS * 24);
  const given = await sweepRows({
    name: 'payments.giveUp',
    next: (seen) => listLongDue(db(), before, batch, seen),
    handle: (due) => inTransaction((tx) => giveUp(tx, due, now)),
  });
  return charged + given;
}

async function charge(tx: Tx, { id }: DuePayment, now: Date): Promise<void> {
  const payment = await lockPayment(tx, { id });
  if (!payment || (payment.status !== 'card_on_file' && payment.status !== 'due')) return;
  // Without a card there is nothing to charge: it stays due by link.
  if (!payment.paymentMethodId) {
    await updatePayment(tx, payment, { chargeAt: null });
    return;
  }
  await chargeCard(tx, payment, { cause: payment.deliveredAt ? 'afterwards' : 'beforeSession', now });
}

async function giveUp(tx: Tx, { id }: DuePayment, now: Date): Promise<void> {
  const payment = await lockPayment(tx, { id });
  if (payment?.status !== 'due' || !payment.dueSince) return;
  if (!isUncollectible(payment.dueSince, payment.deliveredAt, now)) return;
  await movePayment(tx, { payment, transition: 'giveUp', now, data: { chargeAt: null } });
  if (payment.checkoutSessionId) await closeSession(tx, payment.id, payment.checkoutSessionId, now);
}
