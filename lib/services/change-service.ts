import type { Actor } from '@/lib/access/actor';
import { checkMinimum } from '@/lib/plans/check-minimum';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import type { ChangedProfile } from '@/lib/profiles/types';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { checkMembers } from './check-members';
import { lacksAddress } from './read-in-person';
import { findOwnService, replaceMembers, updateService } from './repository';
import type { ServiceInput } from './schema';

/**
 * Changes what is offered from now on; bookings keep the terms under which they were made. In person needs the address of
 * the practice: `service.addressMissing`; on sale at an organisation it needs somebody who gives it: `service.memberMissing`.
 * A price above 0 is at least the minimum of its kind, also one that was lower before: `service.belowMinimum`.
 */
export function changeService(
  actor: Actor,
  { serviceId, terms, texts, memberIds }: ServiceInput & { serviceId: string },
): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId, acting) => {
    const of = { id: serviceId, providerId };
    const service = await findOwnService(tx, providerId, serviceId);
    if (!service) return err('common.notFound');
    if (await lacksAddress(tx, providerId, terms.channels))
      return fieldErrors({ channels: 'service.addressMissing' });
    const low = await checkMinimum(tx, { amount: terms.priceAmount, kinds: [terms.kind], field: 'price' });
    if (low) return low;
    const members = await checkMembers(tx, acting, { memberIds, isActive: service.isActive });
    if (!members.ok) return members;
    if (!(await updateService(tx, of, terms, texts))) return err('common.notFound');
    await replaceMembers(tx, of, members.value);
    return ok();
  });
}
