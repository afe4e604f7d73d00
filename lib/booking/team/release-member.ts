import { endMembership } from '@/lib/organisations/end-membership';
import type { Membership } from '@/lib/organisations/types';
import { recordAudit } from '@/lib/server/audit/audit';
import type { Tx } from '@/lib/server/db/client';
import { switchOffUngiven } from '@/lib/services/read-members';
import { err, ok, type Result } from '@/lib/shared/result';
import { countStanding } from './repository';

type Release = {
  /** Locked. */
  membership: Membership;
  accountId: string;
  now: Date;
};

/**
 * Ends what somebody is for an organisation. A member stays while sessions of theirs there wait for an answer, lie ahead,
 * have no outcome yet or are being held, or an event on sale is to be held by them (`organisation.sessionsAhead`); a hold
 * that is being made at this very moment comes before or finds them gone. What nobody gives any more is off sale.
 */
export async function releaseMember(
  tx: Tx,
  { membership, accountId, now }: Release,
): Promise<Result<undefined>> {
  const { organisationId, specialistId } = membership;
  if (specialistId && (await countStanding(tx, { organisationId, specialistId }, now)) > 0)
    return err('organisation.sessionsAhead');
  await endMembership(tx, { membership, accountId, now });
  for (const subjectId of await switchOffUngiven(tx, organisationId))
    await recordAudit(tx, {
      at: now,
      party: 'system',
      accountId: null,
      action: 'service.switchOff',
      subjectType: 'service',
      subjectId,
    });
  return ok();
}
