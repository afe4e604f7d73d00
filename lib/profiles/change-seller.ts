import type { Actor } from '@/lib/access/actor';
import { env } from '@/lib/server/env';
import { fieldErrors, ok, type Result } from '@/lib/shared/result';
import { asPracticeOwner, changeOwnOffer } from './own-provider';
import { findOwnProfile, updateProvider } from './repository';
import { checkReverseCharge } from './rules/vat-id';
import type { SellerInput } from './schema';
import type { ChangedProfile } from './types';

/**
 * Who sells: the trader's name and address, which the law wants on each offer, and how VAT is treated. Reverse charge
 * needs a VAT id of another EU country than the operator's and takes effect once that was checked; another id is checked
 * anew. While the profile is public, name and address cannot be emptied. Bookings made keep what they showed. Only the
 * owner changes it.
 */
export async function changeSeller(actor: Actor, input: SellerInput): Promise<Result<ChangedProfile>> {
  const owner = asPracticeOwner(actor);
  if (!owner.ok) return owner;
  return changeOwnOffer(actor, async (tx, providerId) => {
    if (input.reverseCharge && !input.vatId) return fieldErrors({ vatId: 'common.required' });
    const vatId = input.reverseCharge
      ? checkReverseCharge(input.vatId ?? '', env().OPERATOR_COUNTRY)
      : ok(input.vatId);
    if (!vatId.ok) return fieldErrors({ vatId: vatId.error.code });
    const profile = await findOwnProfile(tx, providerId);
    if (profile?.status === 'published' && !(input.sellerName && input.sellerAddress))
      return fieldErrors({ [input.sellerName ? 'sellerAddress' : 'sellerName']: 'common.required' });
    const isAsVerified = input.reverseCharge && vatId.value === profile?.vatId;
    await updateProvider(tx, providerId, {
      ...input,
      vatId: vatId.value,
      ...(!isAsVerified && { reverseChargeVerifiedAt: null }),
    });
    return ok();
  });
}
