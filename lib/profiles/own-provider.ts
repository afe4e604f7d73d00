import type { Actor, ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { enqueue } from '@/lib/server/jobs/boss';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { err, ok, type Result } from '@/lib/shared/result';
import { lockProvider } from './repository';
import type { ChangedProfile } from './types';

/** The actor as the provider whose things are changed; `common.notFound` for everybody else. */
export function asProvider(actor: Actor): Result<ProviderActor> {
  if (actor.kind !== 'account' || !actor.provider) return err('common.notFound');
  if (!can(actor, 'provider:manage', { providerId: actor.provider.id })) return err('common.notFound');
  return ok({ ...actor, provider: actor.provider });
}

/** Each change is published and indexed anew: nobody needs more of them, and no script may have them. */
const changesAnHour = 300;

/**
 * Changes something of the actor's own offer in one transaction, and has the directory and the public pages
 * look at it anew after the commit. Changes of one offer come one after the other. A failure
 * that `change` returns leaves everything as it was.
 */
export async function changeOwnOffer(
  actor: Actor,
  change: (tx: Tx, providerId: string) => Promise<Result<unknown>>,
): Promise<Result<ChangedProfile>> {
  const provider = asProvider(actor);
  if (!provider.ok) return provider;
  const { id: providerId, slug } = provider.value.provider;
  if (!(await isWithinLimit(`offer/${providerId}`, changesAnHour, 3600))) return err('common.rateLimited');
  return inTransaction(async (tx) => {
    await lockProvider(tx, providerId);
    const changed = await change(tx, providerId);
    if (!changed.ok) return changed;
    await enqueue(tx, 'directory.refresh', { providerId, isOfferChanged: true });
    return ok({ providerId, slug });
  });
}
