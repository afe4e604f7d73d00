import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { lockPayment } from '@/lib/payments/repository';
import type { PaymentSubject } from '@/lib/payments/types';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { inLanguage } from '@/lib/shared/in-language';
import { err, ok, type Result } from '@/lib/shared/result';
import { issueDocument } from './issue-document';
import { findReceiptSource, type ReceiptSource } from './receipt-repository';
import { findReceipts } from './repository';
import { includedVat } from './rules/included-vat';
import type { ReceiptData } from './types';

/**
 * The receipt of what a client paid for a session or a seat, by card or directly as the provider recorded it, in the
 * provider's name and the client's language. It is issued when it is first asked for; after a refund, or another amount,
 * another one takes its place, which says so. Only its client and the provider's owner; `common.notFound` for everybody
 * else and while nothing was paid.
 */
export async function issueReceipt(actor: Actor, subject: PaymentSubject): Promise<Result<{ id: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    await lockPayment(tx, subject);
    const source = await findReceiptSource(tx, subject);
    if (!source || !can(actor, 'document:view', source)) return err('common.notFound');
    if (source.paidAmount + source.recordedAmount === 0) return err('common.notFound');
    const { id, recordedAmount } = source;
    const state = `receipt:${id}:${refundedOf(source)}:${recordedAmount}`;
    const { last, count } = await findReceipts(tx, id);
    if (last && (last.subjectKey === state || last.subjectKey.startsWith(`${state}:`)))
      return ok({ id: last.id });
    // Amounts may come back to what they were: that is another receipt, since the first one was replaced.
    const subjectKey = count === 0 ? state : `${state}:${count}`;
    return ok({ id: await issue(tx, { source, subjectKey, replaces: last?.label ?? null }, now) });
  });
}

/** What the client has back, by a refund or by their bank. */
function returnsOf({ refunds, chargedBackAmount, disputes }: ReceiptSource): { amount: number; at: Date }[] {
  const returned = refunds.map(({ amount, settledAt, createdAt }) => ({
    amount,
    at: settledAt ?? createdAt,
  }));
  const [dispute] = disputes;
  if (chargedBackAmount > 0 && dispute)
    returned.push({ amount: chargedBackAmount, at: dispute.closedAt ?? dispute.openedAt });
  return returned;
}

const refundedOf = (source: ReceiptSource): number =>
  returnsOf(source).reduce((sum, { amount }) => sum + amount, 0);

type NewReceipt = { source: ReceiptSource; subjectKey: string; replaces: string | null };

async function issue(tx: Tx, { source, subjectKey, replaces }: NewReceipt, now: Date): Promise<string> {
  const data = toData(source, replaces);
  const { id } = await issueDocument(
    tx,
    {
      kind: 'receipt',
      providerId: source.providerId,
      clientId: source.clientId,
      paymentId: source.id,
      subjectKey,
      locale: source.sale.client.locale,
      currency: source.currency,
      netAmount: data.net,
      vatAmount: data.vat,
      vatRegime: data.vatRegime,
      data,
    },
    now,
  );
  return id;
}

function toData(source: ReceiptSource, replaces: string | null): ReceiptData {
  const { sale, paidAmount: paid, recordedAmount: paidDirectly } = source;
  const { client, provider } = sale;
  const vatBps = sale.vatRegime === 'standard' ? sale.vatBps : 0;
  return {
    seller: { name: sale.sellerName, address: sale.sellerAddress, vatId: provider.vatId },
    clientName: client.name,
    title: inLanguage(sale.titles, client.locale, sale.title || firstOf(sale.titles)),
    startsAt: sale.startsAt.toISOString(),
    endsAt: sale.endsAt.toISOString(),
    zone: sale.clientTimeZone,
    cause: sale.cause,
    vatRegime: sale.vatRegime,
    vatBps,
    vatNote: provider.vatNote,
    price: source.amount,
    paid,
    paidDirectly,
    paidAt: paidAt(source).toISOString(),
    refunds: returnsOf(source).map(({ amount, at }) => ({ amount, at: at.toISOString() })),
    ...includedVat(paid + paidDirectly - refundedOf(source), vatBps),
    operator: env().OPERATOR_NAME,
    replaces,
  };
}

/** When the card was charged, else when the last amount was recorded. */
function paidAt({ chargedAt, offlineRecords, sale }: ReceiptSource): Date {
  return chargedAt ?? offlineRecords[0]?.recordedAt ?? sale.startsAt;
}

function firstOf(titles: unknown): string {
  const [first = ''] = typeof titles === 'object' && titles !== null ? Object.values(titles) : [];
  return String(first);
}
