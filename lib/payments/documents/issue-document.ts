import { invoiceMonth } from '@/lib/payments/rules/commission';
import type { Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { env } from '@/lib/server/env';
import { enqueue } from '@/lib/server/jobs/boss';
import { insertDocument, takeNumber } from './repository';
import { documentLabel, seriesOf } from './rules/document-number';
import type { CommissionData, DocumentKind, DocumentVat, ReceiptData } from './types';

type NewDocument = Pick<
  Prisma.DocumentUncheckedCreateInput,
  | 'providerId'
  | 'clientId'
  | 'paymentId'
  | 'month'
  | 'subjectKey'
  | 'locale'
  | 'currency'
  | 'netAmount'
  | 'vatAmount'
  | 'dueAmount'
> & { kind: DocumentKind; vatRegime: DocumentVat; data: ReceiptData | CommissionData };

/**
 * Gives a document the next number of its series in the year of the operator's zone, and freezes it. Whoever calls has
 * locked what it is about and made sure that it has none yet. The paper is rendered afterwards, from what is stored.
 */
export async function issueDocument(
  tx: Tx,
  document: NewDocument,
  now: Date,
): Promise<{ id: string; label: string }> {
  const year = Number(invoiceMonth(now, env().OPERATOR_TIME_ZONE).slice(0, 4));
  const series = seriesOf(document.kind, document.providerId);
  const number = await takeNumber(tx, series, year);
  const label = documentLabel(document.kind, year, number);
  const id = await insertDocument(tx, {
    ...document,
    series,
    year,
    number,
    label,
    grossAmount: document.netAmount + document.vatAmount,
    issuedAt: now,
  });
  await enqueue(tx, 'document.render', { documentId: id });
  return { id, label };
}
