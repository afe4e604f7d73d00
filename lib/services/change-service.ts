import type { Actor } from '@/lib/access/actor';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import type { ChangedProfile } from '@/lib/profiles/types';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { lacksAddress } from './read-in-person';
import { findOwnService, updateService } from './repository';
import type { ServiceInput } from './schema';

/**
 * Changes what is offered from now on; bookings keep the terms under which they were made. In person needs the address of
 * the practice: `service.addressMissing`.
 */
export function changeService(
  actor: Actor,
  { serviceId, terms, texts }: ServiceInput & { serviceId: string },
): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId) => {
    const of = { id: serviceId, providerId };
    if (!(await findOwnService(tx, providerId, serviceId))) return err('common.notFound');
    if (await lacksAddress(tx, providerId, terms.channels))
      return fieldErrors({ channels: 'service.addressMissing' });
    return (await updateService(tx, of, terms, texts)) ? ok() : err('common.notFound');
  });
}
