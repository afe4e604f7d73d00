import { invoiceMonth } from '@/lib/payments/rules/commission';
import { lockCommissionMonth } from '@/lib/payments/repository';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { queueEmail } from '@/lib/server/email/outbox';
import { env } from '@/lib/server/env';
import { inLanguage } from '@/lib/shared/in-language';
import {
  type CommissionRow,
  findInvoiceLabels,
  findRecipient,
  findSales,
  listCommission,
  type ProviderMonth,
  sumOpenElsewhere,
} from './commission-repository';
import { issueDocument } from './issue-document';
import { findBySubject } from './repository';
import {
  type CommissionEntry,
  type CommissionSheet,
  divideMonth,
  type VatGroup,
} from './rules/commission-documents';
import type { CommissionData, DocumentVat } from './types';

/**
 * Invoices a provider's month of commission, and credits what was given back of earlier months: documents over what the
 * ledger has booked, never an entry of their own (E17). A month that has its documents is left as it is.
 */
export async function issueCommissionDocuments(of: ProviderMonth, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await lockCommissionMonth(tx, of.providerId, of.month);
    const rows = await listCommission(tx, { ...of, zone: env().OPERATOR_TIME_ZONE });
    for (const currency of new Set(rows.map((row) => row.currency))) {
      const ofCurrency = rows.filter((row) => row.currency === currency);
      await issueInCurrency(tx, { ...of, currency }, ofCurrency, now);
    }
  });
}

type InCurrency = ProviderMonth & { currency: string };

async function issueInCurrency(
  tx: Tx,
  of: InCurrency,
  rows: readonly CommissionRow[],
  now: Date,
): Promise<void> {
  const recipient = await findRecipient(tx, of.providerId);
  const { invoice, creditNote } = divideMonth(await toEntries(tx, of, rows, recipient.owner.locale));
  const due = await sumOpenElsewhere(tx, { ...of, zone: env().OPERATOR_TIME_ZONE });
  if (invoice)
    await issueSheet(tx, { ...of, kind: 'commission_invoice', sheet: invoice, recipient, due }, now);
  if (creditNote)
    await issueSheet(tx, { ...of, kind: 'credit_note', sheet: creditNote, recipient, due: 0 }, now);
}

async function toEntries(
  tx: Tx,
  { providerId }: ProviderMonth,
  rows: readonly CommissionRow[],
  locale: string,
): Promise<CommissionEntry[]> {
  const zone = env().OPERATOR_TIME_ZONE;
  const sales = await findSales(
    tx,
    rows.map(({ paymentId }) => paymentId),
  );
  const months = rows.flatMap(({ takenAt }) => (takenAt ? [invoiceMonth(takenAt, zone)] : []));
  const labels = await findInvoiceLabels(tx, providerId, months);
  return rows.map(({ paymentId, commission, vat, takenAt }) => {
    const sale = sales.get(paymentId);
    if (!sale) throw new Error(`payment ${paymentId} sold nothing`);
    return {
      paymentId,
      startsAt: sale.startsAt.toISOString(),
      title: inLanguage(sale.titles, locale, sale.title),
      reference: sale.id.slice(-8),
      price: sale.amount,
      commissionBps: sale.commissionBps,
      commission,
      vatBps: sale.commissionVatBps,
      vat,
      isReverseCharge: sale.reverseCharge,
      wasInvoicedBefore: takenAt !== null,
      invoiceLabel: takenAt === null ? null : (labels.get(invoiceMonth(takenAt, zone)) ?? null),
    };
  });
}

type Sheet = InCurrency & {
  kind: 'commission_invoice' | 'credit_note';
  sheet: CommissionSheet;
  recipient: Awaited<ReturnType<typeof findRecipient>>;
  due: number;
};

async function issueSheet(tx: Tx, of: Sheet, now: Date): Promise<void> {
  const { providerId, month, currency, kind, sheet, recipient, due } = of;
  const subjectKey = `${kind}:${providerId}:${month}:${currency}`;
  if (await findBySubject(tx, subjectKey)) return;
  const { OPERATOR_NAME, OPERATOR_ADDRESS, OPERATOR_VAT_ID, OPERATOR_TIME_ZONE } = env();
  const { owner, ...named } = recipient;
  const { locale } = owner;
  const { lines, groups, totals } = sheet;
  const data: CommissionData = {
    operator: { name: OPERATOR_NAME, address: OPERATOR_ADDRESS, vatId: OPERATOR_VAT_ID ?? null },
    recipient: named,
    month,
    zone: OPERATOR_TIME_ZONE,
    lines,
    groups,
    ...totals,
    due,
  };
  const { id: documentId } = await issueDocument(
    tx,
    {
      kind,
      providerId,
      month,
      subjectKey,
      locale,
      currency,
      netAmount: totals.net,
      vatAmount: totals.vat,
      dueAmount: due,
      vatRegime: vatOf(groups),
      data,
    },
    now,
  );
  if (totals.net === 0) return;
  await queueEmail(tx, {
    accountId: owner.id,
    recipient: owner.email,
    locale,
    kind: 'payment.document',
    params: { documentId },
    idempotencyKey: `payment.document/${documentId}`,
  });
}

function vatOf(groups: readonly VatGroup[]): DocumentVat {
  const isReverse = groups.map((group) => group.isReverseCharge);
  if (isReverse.every(Boolean)) return 'reverse_charge';
  return isReverse.some(Boolean) ? 'mixed' : 'standard';
}
