import type { Actor } from '@/lib/access/actor';
import { fieldErrors, ok, type Result } from '@/lib/shared/result';
import { changeOwnOffer } from './own-provider';
import { findOwnProfile, updateProvider } from './repository';
import type { SellerInput } from './schema';
import type { ChangedProfile } from './types';

/**
 * Who sells: the trader's name and address, which the law wants on each offer, and how VAT is treated. Reverse charge
 * needs a VAT id. While the profile is public, name and address cannot be emptied. Bookings made keep what they showed.
 */
export function changeSeller(actor: Actor, input: SellerInput): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId) => {
    if (input.reverseCharge && !input.vatId) return fieldErrors({ vatId: 'common.required' });
    const profile = await findOwnProfile(tx, providerId);
    if (profile?.status === 'published' && !(input.sellerName && input.sellerAddress))
      return fieldErrors({ [input.sellerName ? 'sellerAddress' : 'sellerName']: 'common.required' });
    await updateProvider(tx, providerId, input);
    return ok();
  });
}
