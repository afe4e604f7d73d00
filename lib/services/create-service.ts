import type { Actor } from '@/lib/access/actor';
import { changeOwnOffer } from '@/lib/profiles/own-provider';
import type { ChangedProfile } from '@/lib/profiles/types';
import { env } from '@/lib/server/env';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { lacksAddress } from './read-in-person';
import { countServices, insertService } from './repository';
import type { ServiceInput } from './schema';

const maxServices = 100;

/**
 * Adds a service to the actor's offer, on sale at once; at most 100, those switched off included. In person needs the
 * address of the practice: `service.addressMissing`.
 */
export function createService(actor: Actor, { terms, texts }: ServiceInput): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId) => {
    const position = await countServices(tx, providerId);
    if (position >= maxServices) return err('common.invalidNumber');
    if (await lacksAddress(tx, providerId, terms.channels))
      return fieldErrors({ channels: 'service.addressMissing' });
    await insertService(tx, providerId, { ...terms, position, currency: env().CURRENCY }, texts);
    return ok();
  });
}
