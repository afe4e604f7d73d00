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

/** What stands for itself in a pattern of `like`. */
const literally = (word: string) => word.replaceAll(/[\\%_]/g, String.raw`\$&`);

type ClientQuestion = {
  providerId: string;
  /** Each is found somewhere in the name, whatever its case and accents. */
  words: readonly string[];
  /** Name, in small letters, and id of the last one shown. */
  after: readonly [name: string, id: string] | null;
  take: number;
};

/** Clients by name, from one on. */
export function listClients(
  database: Database,
  { providerId, words, after, take }: ClientQuestion,
): Promise<(ClientRow & { sortName: string })[]> {
  const patterns = words.map((word) => `%${literally(word)}%`);
  const [name, id] = after ?? ['', '00000000-0000-0000-0000-000000000000'];
  return database.$queryRaw`
    select a.id, a.name, lower(a.name) as "sortName"
    from relationship r join account a on a.id = r.client_id
    where r.provider_id = ${providerId}::uuid
      and unaccent(lower(a.name)) like all (select unaccent(lower(p)) from unnest(${patterns}::text[]) as p)
      and (lower(a.name), a.id) > (${name}, ${id}::uuid)
    order by lower(a.name), a.id limit ${take}`;
}

export async function hasClients(database: Database, providerId: string): Promise<boolean> {
  return (await database.relationship.findFirst({ where: { providerId }, select: { since: true } })) !== null;
}
