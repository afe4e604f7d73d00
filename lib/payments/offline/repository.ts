import type { Database, Tx } from '@/lib/server/db/client';
import type { OfflineRecord } from './types';

/** Amounts recorded for a payment, in the order in which they were; those taken out are told as such. */
export async function listRecords(database: Database, paymentId: string): Promise<OfflineRecord[]> {
  const rows = await database.offlineRecord.findMany({
    where: { paymentId, takesOutId: null },
    select: {
      id: true,
      amount: true,
      recordedAt: true,
      recorder: { select: { name: true } },
      takenOutBy: { select: { id: true } },
    },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ recorder, takenOutBy, ...row }) => ({
    ...row,
    recordedBy: recorder?.name ?? null,
    isTakenOut: takenOutBy !== null,
  }));
}

type NewRecord = {
  paymentId: string;
  amount: number;
  currency: string;
  recordedBy: string | null;
  takesOutId?: string;
};

export async function insertRecord(tx: Tx, record: NewRecord, now: Date): Promise<string> {
  const data = { ...record, recordedAt: now };
  return (await tx.offlineRecord.create({ data, select: { id: true } })).id;
}
