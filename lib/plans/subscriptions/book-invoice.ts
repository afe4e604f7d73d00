import { entrySubscription } from '@/lib/payments/rules/ledger-subscriptions';
import { bookEntry } from '@/lib/payments/book-entry';
import { deferralOf } from '@/lib/plans/rules/deferral';
import type { Tx } from '@/lib/server/db/client';
import type { IntentView } from '@/lib/server/stripe/intents';
import type { InvoiceView } from '@/lib/server/stripe/invoice-view';
import { toCurrency } from '@/lib/shared/money';
import { updateInvoice, upsertInvoice } from './invoice-repository';
import type { PlanSubscription } from './types';

/**
 * Writes an invoice of a plan down as the payment service says it is, and books it once it is paid (E15): a year's worth is
 * revenue only month by month. An invoice of nothing, such as that of a trial, moves no money.
 */
export async function bookInvoice(
  tx: Tx,
  { id: subscriptionId, providerId }: Pick<PlanSubscription, 'id' | 'providerId'>,
  { invoice, funds }: { invoice: InvoiceView; funds: IntentView['funds'] },
): Promise<void> {
  const { number, status } = invoice;
  if (status === 'draft' || number === null) return;
  const row = await upsertInvoice(
    tx,
    { providerId, subscriptionId, stripeInvoiceId: invoice.id },
    {
      number,
      status,
      netAmount: invoice.net,
      vatAmount: invoice.vat,
      currency: invoice.currency,
      issuedAt: invoice.issuedAt,
      paidAt: status === 'paid' ? (invoice.paidAt ?? invoice.issuedAt) : null,
      nextAttemptAt: status === 'open' ? invoice.nextAttemptAt : null,
      hostedUrl: invoice.hostedUrl,
      pdfUrl: invoice.pdfUrl,
    },
  );
  if (status !== 'paid' || funds === null || row.balanceTransactionId !== null) return;
  const { balanceTransactionId, fee, availableAt } = funds;
  const deferral = deferralOf(invoice.lines);
  const entry = entrySubscription({
    balanceTransactionId,
    currency: toCurrency(invoice.currency),
    fee,
    net: invoice.net,
    vat: invoice.vat,
    deferred: deferral?.amount ?? 0,
  });
  await bookEntry(tx, entry, { paymentId: null, providerId }, invoice.paidAt ?? invoice.issuedAt);
  await updateInvoice(tx, row.id, {
    stripeFee: fee,
    balanceTransactionId,
    availableOn: availableAt,
    deferredAmount: deferral?.amount ?? 0,
    deferredFrom: deferral?.from ?? null,
    deferredMonths: deferral?.months ?? 0,
  });
}
