import type { Actor } from '@/lib/access/actor';
import { checkMinimum } from '@/lib/plans/check-minimum';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import type { ChangedProfile } from '@/lib/profiles/types';
import { env } from '@/lib/server/env';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { checkMembers } from './check-members';
import { lacksAddress } from './read-in-person';
import { countServices, insertService, replaceMembers } from './repository';
import type { ServiceInput } from './schema';

const maxServices = 100;

/**
 * Adds a service to the actor's offer, on sale at once; at most 100, those switched off included. In person needs the
 * address of the practice: `service.addressMissing`; at an organisation somebody gives it: `service.memberMissing`. A price
 * above 0 is at least the minimum of its kind: `service.belowMinimum`.
 */
export function createService(
  actor: Actor,
  { terms, texts, memberIds }: ServiceInput,
): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId, acting) => {
    const position = await countServices(tx, providerId);
    if (position >= maxServices) return err('common.invalidNumber');
    if (await lacksAddress(tx, providerId, terms.channels))
      return fieldErrors({ channels: 'service.addressMissing' });
    const low = await checkMinimum(tx, { amount: terms.priceAmount, kinds: [terms.kind], field: 'price' });
    if (low) return low;
    const members = await checkMembers(tx, acting, { memberIds, isActive: true });
    if (!members.ok) return members;
    const id = await insertService(tx, providerId, { ...terms, position, currency: env().CURRENCY }, texts);
    await replaceMembers(tx, { id, providerId }, members.value);
    return ok();
  });
}
