import type { Actor } from '@/lib/access/actor';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import { updatePracticeAddress } from '@/lib/profiles/read-profile';
import type { PracticeAddressInput } from '@/lib/profiles/schema';
import type { ChangedProfile } from '@/lib/profiles/types';
import { now as clock } from '@/lib/server/clock';
import { fieldErrors, ok, type Result } from '@/lib/shared/result';
import { readOffersInPerson } from './read-in-person';

/**
 * Where the practice receives its clients. Bookings made keep the address that they were made with. It cannot be
 * emptied while something is offered in person: `provider.practiceAddressNeeded`.
 */
export function changePracticeAddress(
  actor: Actor,
  { address }: PracticeAddressInput,
): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId) => {
    if (address === null && (await readOffersInPerson(tx, providerId, await clock())))
      return fieldErrors({ practiceStreet: 'provider.practiceAddressNeeded' });
    await updatePracticeAddress(tx, providerId, address);
    return ok();
  });
}
