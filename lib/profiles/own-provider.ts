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

/** The actor as the owner of the practice in view; `common.notFound` for its managers too. */
export function asPracticeOwner(actor: Actor): Result<ProviderActor> {
  const provider = asProvider(actor);
  if (!provider.ok) return provider;
  const { id: providerId } = provider.value.provider;
  return can(actor, 'provider:own', { providerId }) ? provider : err('common.notFound');
}

/** The actor as the specialist whose own practice is in view; `common.notFound` for everybody else. */
export function asSpecialist(actor: Actor): Result<ProviderActor> {
  const provider = asProvider(actor);
  if (!provider.ok) return provider;
  return provider.value.provider.kind === 'specialist' ? provider : err('common.notFound');
}

/** Each change is published and indexed anew: nobody needs more of them, and no script may have them. */
const changesAnHour = 300;

/**
 * Changes something of the offer of the practice in view in one transaction, and has the directory and the public pages
 * look at it anew after the commit. Changes of one offer come one after the other. `change` returns a failure before it
 * writes anything: what was written stays.
 */
export async function changeOwnOffer(
  actor: Actor,
  change: (tx: Tx, providerId: string, acting: ProviderActor) => Promise<Result<unknown>>,
): Promise<Result<ChangedProfile>> {
  const provider = asProvider(actor);
  if (!provider.ok) return provider;
  const { id: providerId, slug } = provider.value.provider;
  return changeOffer({ providerId, slug }, (tx) => change(tx, providerId, provider.value));
}

/** The same for a practice of which was seen elsewhere that the actor may change this of it. */
export async function changeOffer(
  { providerId, slug }: ChangedProfile,
  change: (tx: Tx) => Promise<Result<unknown>>,
): Promise<Result<ChangedProfile>> {
  if (!(await isWithinLimit(`offer/${providerId}`, changesAnHour, 3600))) return err('common.rateLimited');
  return inTransaction(async (tx) => {
    await lockProvider(tx, providerId);
    const changed = await change(tx);
    if (!changed.ok) return changed;
    await enqueue(tx, 'directory.refresh', { providerId, isOfferChanged: true });
    return ok({ providerId, slug });
  });
}
