import type { Actor } from '@/lib/access/actor';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import type { ChangedProfile } from '@/lib/profiles/types';
import { err, ok, type Result } from '@/lib/shared/result';
import { lacksAddress } from './read-in-person';
import { findOwnService, updateService } from './repository';

type Switch = { serviceId: string };

/** Takes a service off sale: no new bookings; those made, and times held, stay. */
export function deactivateService(actor: Actor, { serviceId }: Switch): Promise<Result<ChangedProfile>> {
  return switchTo(actor, serviceId, false);
}

/**
 * Puts a service back on sale; one in person when the practice has an address, one of an organisation when somebody gives
 * it (`service.memberMissing`).
 */
export function activateService(actor: Actor, { serviceId }: Switch): Promise<Result<ChangedProfile>> {
  return switchTo(actor, serviceId, true);
}

function switchTo(actor: Actor, id: string, isActive: boolean): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId, { provider }) => {
    const service = await findOwnService(tx, providerId, id);
    if (!service) return err('common.notFound');
    if (isActive && (await lacksAddress(tx, providerId, service.channels)))
      return err('service.addressMissing');
    if (isActive && provider.kind === 'organisation' && service.memberIds.length === 0)
      return err('service.memberMissing');
    return (await updateService(tx, { id, providerId }, { isActive })) ? ok() : err('common.notFound');
  });
}
