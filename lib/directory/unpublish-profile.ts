import type { Actor } from '@/lib/access/actor';
import { asProvider } from '@/lib/profiles/own-provider';
import { moveProviderStatus } from '@/lib/profiles/read-profile';
import type { ChangedProfile } from '@/lib/profiles/types';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { ok, type Result } from '@/lib/shared/result';
import { indexProvider } from './index-provider';

/** Takes the actor's profile off the public site and out of the directory; bookings made are kept. */
export async function unpublishProfile(actor: Actor): Promise<Result<ChangedProfile>> {
  const provider = asProvider(actor);
  if (!provider.ok) return provider;
  const { id: providerId, slug } = provider.value.provider;
  const now = await clock();
  return inTransaction(async (tx) => {
    if (await moveProviderStatus(tx, providerId, 'published', { status: 'draft' })) {
      await recordAudit(tx, {
        at: now,
        party: 'provider',
        accountId: provider.value.accountId,
        action: 'provider.unpublish',
        subjectType: 'provider',
        subjectId: providerId,
        from: 'published',
        to: 'draft',
      });
    }
    await indexProvider(tx, providerId, now);
    await enqueue(tx, 'directory.refresh', { providerId, isOfferChanged: true });
    return ok({ providerId, slug });
  });
}
