import { lockMemberIds } from '@/lib/organisations/read-team';
import type { Tx } from '@/lib/server/db/client';
import { findHost } from './repository';

export type ChosenHost = { id: string; name: string | null };
type Asked = { providerId: string; hostId?: string | undefined };

/**
 * Whose time an event takes: of an organisation that of a member, who does not leave until the transaction ends, else the
 * provider's own, which has no name beside the provider's. Null for anybody else, and for a member whose account or profile
 * is suspended, unless it is the host already (`present`).
 */
export async function chooseHost(
  tx: Tx,
  { providerId, hostId = providerId }: Asked,
  present?: string,
): Promise<ChosenHost | null> {
  if (hostId === providerId) return { id: providerId, name: null };
  const members = await lockMemberIds(tx, providerId);
  if (!members.has(hostId)) return null;
  const { name, isSuspended } = await findHost(tx, hostId);
  return isSuspended && hostId !== present ? null : { id: hostId, name };
}
