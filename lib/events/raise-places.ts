import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { err, ok, type Result } from '@/lib/shared/result';
import { updatePlaces } from './repository';
import { MOST_PLACES } from './rules/seats';

/**
 * An admin says how many participants the events of a provider may have, up to 1000; events that exist stay as they are.
 */
export async function raisePlaces(
  actor: Actor,
  { providerId, places }: { providerId: string; places: number },
): Promise<Result<undefined>> {
  if (!can(actor, 'provider:raisePlaces', null)) return err('common.notFound');
  if (!Number.isInteger(places) || places < 1 || places > MOST_PLACES) return err('common.invalidNumber');
  const now = await clock();
  return inTransaction(async (tx) => {
    const before = await updatePlaces(tx, providerId, places);
    if (before === null) return err('common.notFound');
    await recordAudit(tx, {
      at: now,
      party: 'admin',
      accountId: actor.accountId,
      action: 'provider.raisePlaces',
      subjectType: 'provider',
      subjectId: providerId,
      from: String(before),
      to: String(places),
    });
    return ok();
  });
}
