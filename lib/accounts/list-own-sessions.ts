import type { Actor } from '@/lib/access/actor';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { asOwner } from './own-account';
import { listSessions } from './repository';

export type SessionView = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  userAgent: string | null;
  isThis: boolean;
};

/** Where the account is signed in, the latest first. */
export async function listOwnSessions(actor: Actor): Promise<SessionView[]> {
  const owner = asOwner(actor);
  if (!owner.ok) return [];
  const { accountId, sessionId } = owner.value;
  const rows = await listSessions(db(), accountId, await clock());
  return rows.map((row) => ({ ...row, isThis: row.id === sessionId }));
}
