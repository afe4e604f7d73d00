import { notFound } from 'next/navigation';
import type { ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import type { Page } from '@/lib/shared/pagination';
import { findClient, listClients } from './repository';
import { clientPage } from './rules/client-page';
import type { Client, ClientRow } from './types';

const perPage = 25;

/** Clients of the provider by name, a page of those whose name holds every word asked for; `total`: with the others. */
export async function loadClients(
  actor: ProviderActor,
  { query, after, locale }: { query: string; after: string; locale: string },
): Promise<Page<ClientRow> & { total: number }> {
  const clients = await listClients(db(), actor.provider.id);
  return { ...clientPage(clients, { query, after, locale, limit: perPage }), total: clients.length };
}

/** One client of the provider; 404 for anybody else, whether they exist or not. */
export async function loadClient(actor: ProviderActor, clientId: string): Promise<Client> {
  const providerId = actor.provider.id;
  if (!isId(clientId) || !can(actor, 'client:view', { providerId, clientId })) return notFound();
  return (await findClient(db(), { providerId, clientId })) ?? notFound();
}
