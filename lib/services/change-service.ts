import type { Actor } from '@/lib/access/actor';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import type { ChangedProfile } from '@/lib/profiles/types';
import { err, ok, type Result } from '@/lib/shared/result';
import { updateService } from './repository';
import type { ServiceInput } from './schema';

/** Changes what is offered from now on; bookings keep the terms under which they were made. */
export function changeService(
  actor: Actor,
  { serviceId, terms, texts }: ServiceInput & { serviceId: string },
): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId) =>
    (await updateService(tx, { id: serviceId, providerId }, terms, texts)) ? ok() : err('common.notFound'),
  );
}
