import type { Actor } from '@/lib/access/actor';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeOwnOffer } from './own-provider';
import { deleteEducation } from './repository';
import type { ChangedProfile } from './types';

/** Takes one of the provider's own rows away; another's answers like none. */
export function removeEducation(
  actor: Actor,
  { educationId }: { educationId: string },
): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId) =>
    (await deleteEducation(tx, providerId, educationId)) ? ok() : err('common.notFound'),
  );
}
