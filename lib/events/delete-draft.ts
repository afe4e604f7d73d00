import type { Actor } from '@/lib/access/actor';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import type { ChangedProfile } from '@/lib/profiles/types';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { err, ok, type Result } from '@/lib/shared/result';
import { deleteDraft as remove, lockEvent } from './repository';

/** Takes a draft away for good; what was ever on sale is cancelled instead: `event.statusChanged`. */
export async function deleteDraft(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<Result<ChangedProfile>> {
  const now = await clock();
  return changeOwnOffer(actor, async (tx, providerId) => {
    const event = await lockEvent(tx, eventId);
    if (!event || event.providerId !== providerId || actor.kind !== 'account') return err('common.notFound');
    if (!(await remove(tx, { id: eventId, providerId }))) return err('event.statusChanged');
    await recordAudit(tx, {
      at: now,
      party: 'provider',
      accountId: actor.accountId,
      action: 'event.deleteDraft',
      subjectType: 'event',
      subjectId: eventId,
      from: 'draft',
    });
    return ok();
  });
}
