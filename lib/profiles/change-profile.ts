import type { Actor } from '@/lib/access/actor';
import { ok, type Result } from '@/lib/shared/result';
import { changeOwnOffer } from './own-provider';
import { updateProvider } from './repository';
import type { ProfileInput } from './schema';
import type { ChangedProfile } from './types';

/**
 * Name, portrait, place, zone, languages, specialities and answer time. The address of the profile stays; weekly
 * hours are wall times and move with a new zone, bookings made keep their instants.
 */
export function changeProfile(actor: Actor, input: ProfileInput): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId) => {
    await updateProvider(tx, providerId, input);
    return ok();
  });
}
