import type { Entry } from '@/lib/payments/rules/ledger';
import type { Tx } from '@/lib/server/db/client';
import { seedId } from './seed-id';

/** An entry of the ledger that belongs to no payment, with ids that are always the same. */
export async function insertEntryRows(
  tx: Tx,
  { externalRef, kind, lines }: Entry,
  { providerId, at }: { providerId: string; at: Date },
): Promise<void> {
  const transactionId = seedId(`entry/${externalRef}`);
  await tx.ledgerTransaction.create({
    data: { id: transactionId, externalRef, kind, providerId, occurredAt: at, createdAt: at },
  });
  await tx.ledgerLine.createMany({
    data: lines.map((line) => ({
      id: seedId(`line/${externalRef}/${line.account}`),
      transactionId,
      ...line,
      providerId,
    })),
  });
}
