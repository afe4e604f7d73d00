import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { currentActor } from '@/lib/server/session/current';
import { downloadToken } from '@/lib/server/storage/download';
import { isId } from '@/lib/shared/ids';
import { err, ok, type Result } from '@/lib/shared/result';
import { findClaim } from './repository';
import { sideOf } from './send-message';
import { findClaimFile } from './views/repository';

/**
 * The address of a file of a claim, for 300 seconds and for this reader alone: both sides and admins read what was checked;
 * beside a note only admins.
 */
export async function openClaimFile(
  actor: Actor,
  { claimId, fileId }: { claimId: string; fileId: string },
): Promise<Result<string>> {
  if (!isId(claimId) || !isId(fileId)) return err('common.notFound');
  const claim = await findClaim(db(), claimId);
  if (!claim || !can(actor, 'claim:view', claim)) return err('common.notFound');
  const file = await findClaimFile(db(), claimId, fileId);
  if (file?.status !== 'ready') return err('common.notFound');
  const party = sideOf(actor, claim);
  const token = downloadToken({ file: fileId, account: actor.accountId, party }, await clock());
  return ok(`/api/files/${token}`);
}

/** The same for whoever is signed in. */
export async function openOwnClaimFile(file: { claimId: string; fileId: string }): Promise<Result<string>> {
  return openClaimFile(await currentActor(), file);
}
