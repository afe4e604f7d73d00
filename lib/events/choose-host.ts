import { lockMemberIds } from '@/lib/organisations/read-team';
import type { Tx } from '@/lib/server/db/client';
import { findName } from './repository';

export type ChosenHost = { id: string; name: string | null };

/**
 * Whose time an event takes: of an organisation that of a member, who does not leave until the transaction ends, else the
 * provider's own, which has no name beside the provider's. Null for anybody else.
 */
export async function chooseHost(
  tx: Tx,
  { providerId, hostId = providerId }: { providerId: string; hostId?: string | undefined },
): Promise<ChosenHost | null> {
  if (hostId === providerId) return { id: providerId, name: null };
  const members = await lockMemberIds(tx, providerId);
  return members.has(hostId) ? { id: hostId, name: await findName(tx, hostId) } : null;
}
