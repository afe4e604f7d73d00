import { z } from 'zod';
import type { Actor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { findPayment } from '@/lib/payments/repository';
import type { PaymentSubject } from '@/lib/payments/types';
import { db } from '@/lib/server/db/client';
import { err, type Result } from '@/lib/shared/result';
import { issueReceipt } from './issue-receipt';
import { type Paper, readDocument } from './read-document';
import { listCommissionDocuments } from './repository';
import type { DocumentView } from './types';

const perPage = 24;
const id = z.uuid();

/** The operator's invoices and credit notes to the provider, page by page from 1, the latest first. */
export async function loadCommissionDocuments(
  actor: ProviderActor,
  page: number,
): Promise<{ documents: DocumentView[]; hasMore: boolean }> {
  const skip = (Math.max(1, page) - 1) * perPage;
  const rows = await listCommissionDocuments(db(), actor.provider.id, { take: perPage + 1, skip });
  return { documents: rows.slice(0, perPage), hasMore: rows.length > perPage };
}

/** A document's paper, for whoever may see it; what is no id is not found either. */
export async function loadPaper(actor: Actor, documentId: string): Promise<Result<Paper>> {
  if (!id.safeParse(documentId).success) return err('common.notFound');
  return readDocument(actor, documentId);
}

/** The receipt of a session or a seat; issued when it is asked for first. */
export async function loadReceipt(actor: Actor, subject: PaymentSubject): Promise<Result<Paper>> {
  if (!id.safeParse(subject.bookingId ?? subject.seatId).success) return err('common.notFound');
  const issued = await issueReceipt(actor, subject);
  return issued.ok ? readDocument(actor, issued.value.id) : issued;
}

/** Whether a receipt can be had: something was paid, and it is the reader's. */
export async function loadHasReceipt(actor: Actor, subject: PaymentSubject): Promise<boolean> {
  const payment = await findPayment(db(), subject);
  return (
    payment !== null &&
    payment.paidAmount + payment.recordedAmount > 0 &&
    can(actor, 'document:view', payment)
  );
}
