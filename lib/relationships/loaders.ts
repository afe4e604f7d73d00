import { notFound } from 'next/navigation';
import type { ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import { decodeCursor, type Page, toPage } from '@/lib/shared/pagination';
import { findClient, hasClients, listClients } from './repository';
import { searchWords } from './rules/search-words';
import type { Client, ClientRow } from './types';

const perPage = 25;

/** Clients of the provider by name, those whose name holds every word asked for. A damaged cursor begins anew. */
export async function loadClients(
  actor: ProviderActor,
  { query, after }: { query: string; after: string },
): Promise<Page<ClientRow>> {
  const rows = await listClients(db(), {
    providerId: actor.provider.id,
    words: searchWords(query),
    after: readCursor(after),
    take: perPage + 1,
  });
  return toPage(rows, perPage, ({ sortName, id }) => [sortName, id]);
}

function readCursor(text: string): [string, string] | null {
  const cursor = decodeCursor(text, ['string', 'string']);
  if (!cursor.ok) return null;
  const [name, id] = cursor.value.map(String);
  return name !== undefined && id !== undefined && isId(id) ? [name, id] : null;
}

/** Whether there is anybody to look for. */
export function loadHasClients(actor: ProviderActor): Promise<boolean> {
  return hasClients(db(), actor.provider.id);
}

/** One client of the provider; 404 for anybody else, whether they exist or not. */
export async function loadClient(actor: ProviderActor, clientId: string): Promise<Client> {
  const providerId = actor.provider.id;
  if (!isId(clientId) || !can(actor, 'client:view', { providerId, clientId })) return notFound();
  return (await findClient(db(), { providerId, clientId })) ?? notFound();
}
