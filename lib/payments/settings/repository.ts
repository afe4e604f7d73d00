import type { PayoutSchedule } from '@/lib/payments/rules/payout';
import type { Tx } from '@/lib/server/db/client';

type Settings = { payoutSchedule: PayoutSchedule | null } | { offlinePaymentUrl: string | null };

export async function updateSettings(tx: Tx, providerId: string, data: Settings): Promise<void> {
  await tx.provider.update({ where: { id: providerId }, data, select: { id: true } });
}
