import { invoiceMonth } from '@/lib/payments/rules/commission';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { reportFailures, sweepRows } from '@/lib/server/jobs/sweep-rows';
import { addHours, startOfLocalDay } from '@/lib/shared/time';
import { listOpenMonths } from './commission-repository';
import { issueCommissionDocuments } from './issue-commission-documents';
import { readPaper } from './read-paper';

/** A month is invoiced from so many hours after its end: what was begun in it is written by then. */
const graceHours = 2;

/** Invoices every month of commission that is over in the operator's zone; on the 1st that is the month before. */
export async function sweepDocuments(): Promise<void> {
  const now = await clock();
  const zone = env().OPERATOR_TIME_ZONE;
  const before = startOfLocalDay(`${invoiceMonth(addHours(now, -graceHours), zone)}-01`, zone);
  const failed = await sweepRows({
    name: 'documents',
    next: (seen) => listOpenMonths(db(), { zone, before, seen }),
    handle: ({ providerId, month }) => issueCommissionDocuments({ providerId, month }, now),
  });
  reportFailures('documents', failed);
}

/** Renders the paper of a document that was just issued. */
export async function renderDocument({ documentId }: { documentId: string }): Promise<void> {
  await readPaper(documentId);
}
