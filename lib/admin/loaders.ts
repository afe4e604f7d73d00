import { notFound } from 'next/navigation';
import type { AccountActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import { decodeCursor, type Page, toPage } from '@/lib/shared/pagination';
import { listProviders, type ProviderPosition } from './repository';
import type { ProviderSearch } from './schema';
import type { ListedProvider } from './types';

const perPage = 20;
const mostWords = 8;

/** Providers by name, page by page, for those who may raise how many come to their events; 404 for anybody else. */
export async function loadProviders(
  actor: AccountActor,
  { q, after }: ProviderSearch,
): Promise<Page<ListedProvider>> {
  if (!can(actor, 'provider:raisePlaces', null)) return notFound();
  const words = q.split(/\s+/).filter(Boolean).slice(0, mostWords);
  const rows = await listProviders(db(), { words, after: readPosition(after), take: perPage + 1 });
  return toPage(rows, perPage, ({ name, id }) => [name, id]);
}

/** A place that cannot be read is the beginning. */
function readPosition(text: string | undefined): ProviderPosition | null {
  const cursor = text === undefined ? null : decodeCursor(text, ['string', 'string']);
  if (!cursor?.ok) return null;
  const [name, id] = cursor.value;
  return typeof name === 'string' && typeof id === 'string' && isId(id) ? { name, id } : null;
}
