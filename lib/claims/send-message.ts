import type { AccountActor, Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { err, ok, type Result } from '@/lib/shared/result';
import { lockClaim } from './repository';
import { isOpenClaim } from './rules/status';
import type { MessageInput, NoteInput } from './schema';
import { tellOthers } from './tell-claim';
import type { ClaimMessageView, ClaimRecord } from './types';
import { checkMessage, writeMessage } from './write-message';

const messagesAnHour = 30;

/** Either side, or an admin, writes to the others while a claim is open, with files. */
export async function sendMessage(
  actor: Actor,
  { claimId, text, files }: MessageInput,
): Promise<Result<{ claimId: string }>> {
  if (actor.kind !== 'account') return err('common.notFound');
  if (!(await isWithinLimit(`claim:${actor.accountId}`, messagesAnHour, 3600)))
    return err('common.rateLimited');
  const now = await clock();
  return inTransaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || !can(actor, 'claim:write', claim)) return err('common.notFound');
    if (!isOpenClaim(claim.status)) return err('claim.closed');
    const checked = await checkMessage(tx, actor, files);
    if (!checked.ok) return checked;
    const by = { party: sideOf(actor, claim), accountId: actor.accountId };
    await writeMessage(tx, { claimId, by, kind: 'message', text, files: checked.value, now });
    await recordAudit(tx, {
      at: now,
      ...by,
      action: 'claim.write',
      subjectType: 'claim',
      subjectId: claimId,
    });
    await tellOthers(tx, claimId, by.party, now);
    return ok({ claimId });
  });
}

/** On which side somebody stands who may see a claim; a party to it is no admin in it. */
export function sideOf(actor: AccountActor, claim: ClaimRecord): ClaimMessageView['party'] {
  if (claim.clientId === actor.accountId) return 'client';
  return can(actor, 'claim:viewAsProvider', claim) ? 'provider' : 'admin';
}

/** An admin notes something for admins alone. */
export async function noteOnClaim(
  actor: Actor,
  { claimId, text }: NoteInput,
): Promise<Result<{ claimId: string }>> {
  const now = await clock();
  return inTransaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (!claim || !can(actor, 'claim:decide', claim)) return err('common.notFound');
    const by = { party: 'admin' as const, accountId: actor.accountId };
    await writeMessage(tx, { claimId, by, kind: 'note', text, now });
    await recordAudit(tx, { at: now, ...by, action: 'claim.note', subjectType: 'claim', subjectId: claimId });
    return ok({ claimId });
  });
}
