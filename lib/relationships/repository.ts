import type { Database, Tx } from '@/lib/server/db/client';
import type { Client, ClientRow, Tie } from './types';

/** Ties the two; a tie that is there already stays as it is. */
export async function insertTie(tx: Tx, tie: Tie & { since: Date }): Promise<void> {
  await tx.relationship.createMany({ data: [tie], skipDuplicates: true });
}

export async function findClient(database: Database, tie: Tie): Promise<Client | null> {
  const row = await database.relationship.findUnique({
    where: { providerId_clientId: tie },
    select: {
      since: true,
      client: { select: { id: true, name: true, locale: true, timeZone: true, status: true } },
    },
  });
  if (!row) return null;
  const { status, ...client } = row.client;
  return { ...client, since: row.since, isActive: status === 'active' };
}

/** Everybody who is a client of the provider, in no order. */
export async function listClients(database: Database, providerId: string): Promise<ClientRow[]> {
  const rows = await database.relationship.findMany({
    where: { providerId },
    select: { client: { select: { id: true, name: true } } },
  });
  return rows.map(({ client }) => client);
}
