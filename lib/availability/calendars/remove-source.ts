import type { Actor } from '@/lib/access/actor';
import { asSpecialist } from '@/lib/profiles/own-provider';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { err, ok, type Result } from '@/lib/shared/result';
import { deleteSource } from './repository';

/** A calendar from elsewhere is no longer read, and the times that it took are free. */
export async function removeSource(
  actor: Actor,
  { sourceId }: { sourceId: string },
): Promise<Result<undefined>> {
  const provider = asSpecialist(actor);
  if (!provider.ok) return provider;
  const providerId = provider.value.provider.id;
  return inTransaction(async (tx) => {
    if (!(await deleteSource(tx, providerId, sourceId))) return err('common.notFound');
    await enqueue(tx, 'directory.refresh', { providerId });
    return ok();
  });
}
