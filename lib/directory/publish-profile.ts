import { isBarred, type Actor } from '@/lib/access/actor';
import { asProvider } from '@/lib/profiles/own-provider';
import { lockProvider, moveProviderStatus, readProfile } from '@/lib/profiles/read-profile';
import type { ChangedProfile } from '@/lib/profiles/types';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { err, ok, type Result } from '@/lib/shared/result';
import { indexProvider } from './index-provider';
import { readPublishGaps } from './read-publish-gaps';

/**
 * Makes the actor's profile public when nothing is missing (docs/rules.md, Profiles), and puts it into the directory.
 * Publishing what is public already changes nothing; a suspended profile stays where it is.
 */
export async function publishProfile(actor: Actor): Promise<Result<ChangedProfile>> {
  const provider = asProvider(actor);
  if (!provider.ok) return provider;
  const { id: providerId, slug } = provider.value.provider;
  const now = await clock();
  const published = await inTransaction(async (tx) => {
    await lockProvider(tx, providerId);
    const profile = await readProfile(tx, providerId);
    if (!profile) return err('common.notFound');
    if (isBarred(profile.status)) return err('provider.suspended');
    const gaps = await readPublishGaps(tx, profile);
    if (gaps.length > 0) return err('provider.profileIncomplete', { missing: gaps.join(' ') });
    const isMoved = await moveProviderStatus(tx, providerId, 'draft', {
      status: 'published',
      publishedAt: now,
    });
    if (isMoved) {
      await recordAudit(tx, {
        at: now,
        party: 'provider',
        accountId: provider.value.accountId,
        action: 'provider.publish',
        subjectType: 'provider',
        subjectId: providerId,
        from: 'draft',
        to: 'published',
      });
    }
    await enqueue(tx, 'directory.refresh', { providerId, isOfferChanged: true });
    return ok({ providerId, slug });
  });
  // Looking for free times takes long: after the commit, and by the job once more should this process die before.
  if (published.ok) await indexProvider(db(), providerId, now);
  return published;
}
