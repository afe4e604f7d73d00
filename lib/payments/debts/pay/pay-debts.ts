import type { Actor, ProviderActor } from '@/lib/access/actor';
import { idempotencyKey } from '@/lib/payments/rules/idempotency-keys';
import { MINIMUM_CHARGE } from '@/lib/payments/rules/minimum-charge';
import { asPracticeOwner } from '@/lib/profiles/own-provider';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { log } from '@/lib/server/log';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { serviceFault } from '@/lib/server/stripe/outcome';
import { newId } from '@/lib/shared/ids';
import { money } from '@/lib/shared/money';
import { err, ok, type Result } from '@/lib/shared/result';
import { withCustomer } from '../../customers';
import { fingerprint } from '../../fingerprint';
import { lockDebts } from '../repository';
import { closePage, isStale } from './close-page';
import {
  type DebtPaymentRecord,
  findDebtPayment,
  findOpenDebtPayment,
  insertDebtPayment,
  keepPage,
  listPayable,
} from './repository';

export type DebtPage = {
  locale: 'fr' | 'ru' | 'de' | 'en';
  /** What is paid, in the owner's language, as it appears on the page. */
  title: string;
  description: string;
  successUrl: string;
  cancelUrl: string;
};

/**
 * The owner pays what the practice owes, on a hosted page: all that no transfer, reversal or other page is taking care of.
 * A second click meets the page that is open. `payment.notDue` when nothing is owed or it is too little to be charged,
 * `payment.serviceUnavailable` when the service does not answer.
 */
export async function payDebts(actor: Actor, page: DebtPage): Promise<Result<{ url: string }>> {
  const owner = asPracticeOwner(actor);
  if (!owner.ok) return owner;
  const now = await clock();
  let payment: DebtPaymentRecord | undefined;
  try {
    const begun = await begin(owner.value, now);
    if (!begun.ok) return begun;
    payment = begun.value;
    const { checkoutUrl } = payment;
    return checkoutUrl ? ok({ url: checkoutUrl }) : await openPage(owner.value, payment, page);
  } catch (error) {
    const fault = serviceFault(error);
    if (!fault) throw error;
    log.warn({ err: error }, 'payment service not reached');
    // Nobody has seen what a broken answer made, so the next try makes a new one.
    if (fault === 'broken' && payment) await closePage(payment, now);
    return err('payment.serviceUnavailable');
  }
}

async function begin(owner: ProviderActor, now: Date): Promise<Result<DebtPaymentRecord>> {
  const open = await findOpenDebtPayment(db(), owner.provider.id);
  if (open && isStale(open, now)) await closePage(open, now);
  else if (open) return ok(open);
  return inTransaction((tx) => beginAnew(tx, owner, now));
}

async function beginAnew(
  tx: Tx,
  { accountId, provider }: ProviderActor,
  now: Date,
): Promise<Result<DebtPaymentRecord>> {
  const providerId = provider.id;
  await lockDebts(tx, providerId);
  const open = await findOpenDebtPayment(tx, providerId);
  if (open) return ok(open);
  const debts = await listPayable(tx, providerId);
  const currency = debts[0]?.currency ?? '';
  const parts = debts
    .filter((debt) => debt.currency === currency)
    .map((debt) => ({ debtId: debt.id, amount: debt.open }));
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  if (amount < MINIMUM_CHARGE) return err('payment.notDue');
  const id = newId();
  await insertDebtPayment(tx, { id, providerId, amount, currency, parts }, now);
  await recordAudit(tx, {
    at: now,
    party: 'provider',
    accountId,
    action: 'provider.payDebts',
    subjectType: 'provider',
    subjectId: providerId,
  });
  const begun = await findDebtPayment(tx, id);
  return begun ? ok(begun) : err('common.notFound');
}

async function openPage(
  { accountId, email, name }: ProviderActor,
  { id, amount, currency }: DebtPaymentRecord,
  { locale, title, description, successUrl, cancelUrl }: DebtPage,
): Promise<Result<{ url: string }>> {
  const session = await withCustomer({ accountId, email, name, locale, attempt: id }, (customerId) => {
    const said = {
      customerId,
      locale,
      title,
      description,
      successUrl,
      cancelUrl,
      amount: money(amount, currency),
      capture: 'automatic' as const,
      transferGroup: id,
      saveCard: false,
      metadata: { debtPaymentId: id },
    };
    return stripeGateway().openPaymentCheckout({
      key: idempotencyKey.debtPayment(id, fingerprint(said)),
      ...said,
    });
  });
  const { id: checkoutSessionId, url: checkoutUrl } = session;
  if (!checkoutUrl) return err('payment.serviceUnavailable');
  if (await inTransaction((tx) => keepPage(tx, id, { checkoutSessionId, checkoutUrl })))
    return ok({ url: checkoutUrl });
  // Another request was faster: its page is the one.
  const kept = await findDebtPayment(db(), id);
  if (kept?.checkoutSessionId !== checkoutSessionId)
    await stripeGateway().expireCheckout(checkoutSessionId, idempotencyKey.expireCheckout(checkoutSessionId));
  return kept?.status === 'open' && kept.checkoutUrl ? ok({ url: kept.checkoutUrl }) : err('payment.notDue');
}
