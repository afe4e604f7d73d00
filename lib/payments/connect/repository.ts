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

/** Where the provider works (ISO 3166, two letters), as its profile says. */
export async function findCountry(database: Database, providerId: string): Promise<string | null> {
  const row = await database.provider.findUnique({ where: { id: providerId }, select: { country: true } });
  return row?.country || null;
}
