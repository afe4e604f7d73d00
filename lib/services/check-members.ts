import type { ProviderActor } from '@/lib/access/actor';
import { lockMemberIds } from '@/lib/organisations/read-team';
import type { Tx } from '@/lib/server/db/client';
import { fieldErrors, ok, type Result } from '@/lib/shared/result';

type Asked = { memberIds: readonly string[]; isActive: boolean };

/**
 * Who gives a service: at an organisation some of its members, on sale at least one (`service.memberMissing`); they do not
 * leave before it is written. A specialist gives every service of the own practice, whatever is said of members there.
 */
export async function checkMembers(
  tx: Tx,
  { provider: { id, kind } }: ProviderActor,
  { memberIds, isActive }: Asked,
): Promise<Result<readonly string[]>> {
  if (kind === 'specialist') return ok([]);
  const team = await lockMemberIds(tx, id);
  if (memberIds.some((member) => !team.has(member))) return fieldErrors({ members: 'common.invalidChoice' });
  return isActive && memberIds.length === 0
    ? fieldErrors({ members: 'service.memberMissing' })
    : ok(memberIds);
}
