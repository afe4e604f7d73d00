import type { Actor } from '@/lib/access/actor';
import { fieldErrors, ok, type Result } from '@/lib/shared/result';
import { changeOwnOffer } from './own-provider';
import { findOwnProfile, replaceTexts, updateProvider } from './repository';
import type { TextsInput } from './schema';
import type { ChangedProfile } from './types';

/**
 * Headline and text in each language, and which language is shown where another has none. While the profile is public,
 * the main language has a headline.
 */
export function changeTexts(
  actor: Actor,
  { mainLocale, texts }: TextsInput,
): Promise<Result<ChangedProfile>> {
  return changeOwnOffer(actor, async (tx, providerId) => {
    const profile = await findOwnProfile(tx, providerId);
    const main = texts.find(({ locale }) => locale === mainLocale);
    if (profile?.status === 'published' && !main?.headline)
      return fieldErrors({ [`headline-${mainLocale}`]: 'common.required' });
    await updateProvider(tx, providerId, { mainLocale });
    await replaceTexts(tx, providerId, texts);
    return ok();
  });
}
