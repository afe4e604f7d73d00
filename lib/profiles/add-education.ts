import type { Actor } from '@/lib/access/actor';
import { err, ok, type Result } from '@/lib/shared/result';
import { changeOwnOffer } from './own-provider';
import { countEducation, insertEducation } from './repository';
import type { EducationInput } from './schema';
import type { ChangedProfile } from './types';

const maxRows = 30;

/** Adds a diploma or training; at most 30. */
export function addEducation(actor: Actor, input: EducationInput): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId) => {
    if ((await countEducation(tx, providerId)) >= maxRows) return err('common.invalidNumber');
    await insertEducation(tx, providerId, input);
    return ok();
  });
}
