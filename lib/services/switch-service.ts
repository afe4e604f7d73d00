import type { Actor } from '@/lib/access/actor';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import type { ChangedProfile } from '@/lib/profiles/types';
import { err, ok, type Result } from '@/lib/shared/result';
import { updateService } from './repository';

type Switch = { serviceId: string };

/** Takes a service off sale: no new bookings; those made, and times held, stay. */
export function deactivateService(actor: Actor, { serviceId }: Switch): Promise<Result<ChangedProfile>> {
  return switchTo(actor, serviceId, false);
}

/** Puts a service back on sale. */
export function activateService(actor: Actor, { serviceId }: Switch): Promise<Result<ChangedProfile>> {
  return switchTo(actor, serviceId, true);
}

function switchTo(actor: Actor, id: string, isActive: boolean): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId) =>
    (await updateService(tx, { id, providerId }, { isActive })) ? ok() : err('common.notFound'),
  );
}
