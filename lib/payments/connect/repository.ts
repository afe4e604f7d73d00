import type { PayoutState } from '@/lib/payments/rules/payout';
import type { Database } from '@/lib/server/db/client';

export type ConnectAccountRecord = {
  providerId: string;
  stripeAccountId: string;
  transfersActive: boolean;
  detailsComplete: boolean;
  requirements: string[];
};

const select = {
  providerId: true,
  stripeAccountId: true,
  transfersActive: true,
  detailsComplete: true,
  requirements: true,
} as const;

export function findConnectAccount(
  database: Database,
  providerId: string,
): Promise<ConnectAccountRecord | null> {
  return database.connectAccount.findUnique({ where: { providerId }, select });
}

export async function insertConnectAccount(
  database: Database,
  providerId: string,
  stripeAccountId: string,
  now: Date,
): Promise<void> {
  await database.connectAccount.createMany({
    data: [{ providerId, stripeAccountId, createdAt: now, requirements: [] }],
    skipDuplicates: true,
  });
}

export async function updateConnectAccount(
  database: Database,
  stripeAccountId: string,
  data: { transfersActive: boolean; detailsComplete: boolean; requirements: string[]; refreshedAt: Date },
): Promise<void> {
  await database.connectAccount.updateMany({ where: { stripeAccountId }, data });
}

/** Accounts at the payment service that cannot be paid yet, without those of these ids, the longest not read first. */
export async function listIncomplete(
  database: Database,
  limit: number,
  seen: string[],
): Promise<{ id: string }[]> {
  const rows = await database.connectAccount.findMany({
    where: {
      OR: [{ transfersActive: false }, { detailsComplete: false }],
      stripeAccountId: { notIn: seen },
    },
    select: { stripeAccountId: true },
    orderBy: [{ refreshedAt: { sort: 'asc', nulls: 'first' } }, { stripeAccountId: 'asc' }],
    take: limit,
  });
  return rows.map(({ stripeAccountId: id }) => ({ id }));
}

/** What decides whether the provider can be paid; null without a connected account. */
export async function findPayoutState(database: Database, providerId: string): Promise<PayoutState | null> {
  const row = await database.connectAccount.findUnique({
    where: { providerId },
    select: {
      transfersActive: true,
      detailsComplete: true,
      provider: { select: { status: true, taxData: { select: { providerId: true } } } },
    },
  });
  return (
    row && {
      areTransfersActive: row.transfersActive,
      areBillingDetailsComplete: row.detailsComplete,
      isSuspended: row.provider.status === 'suspended',
      isTaxDataComplete: row.provider.taxData !== null,
    }
  );
}

/** Where the provider works (ISO 3166, two letters), as its profile says. */
export async function findCountry(database: Database, providerId: string): Promise<string | null> {
  const row = await database.provider.findUnique({ where: { id: providerId }, select: { country: true } });
  return row?.country || null;
}
