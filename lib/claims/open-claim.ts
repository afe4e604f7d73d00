import type { Actor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { freezeForClaim } from '@/lib/payments/claims/freeze-for-claim';
import { readSubject } from '@/lib/payments/rules/subject';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { newId } from '@/lib/shared/ids';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { insertClaim, lockSubject } from './repository';
import { answerDeadline } from './rules/clocks';
import { claimWindow, isMoneyGone, isWithinWindow } from './rules/window';
import type { OpenClaimInput } from './schema';
import { tellClaim } from './tell-claim';
import type { ClaimSubject } from './types';
import { checkMessage, writeMessage } from './write-message';

/**
 * A client complains about a session or a seat: from its start, or from a late cancellation, until 72 hours after the end;
 * once each (`claim.exists`). Its money is frozen until the claim is over; where none of it is here, the claim is
 * mediation. The provider has 72 hours to answer. `claim.tooEarly`, `claim.tooLate`; `claim.moneyReturned` when everything
 * went back already.
 */
export async function openClaim(actor: Actor, input: OpenClaimInput): Promise<Result<{ claimId: string }>> {
  const subject = readSubject(input);
  if (!subject) return err('common.notFound');
  const now = await clock();
  return inTransaction(async (tx) => {
    const about = await lockSubject(tx, subject);
    if (!about || !can(actor, 'claim:open', about)) return err('common.notFound');
    const may = mayOpen(about, now);
    if (!may.ok) return may;
    const wished = wishedAmount(input, about);
    if (!wished.ok) return wished;
    const checked = await checkMessage(tx, actor, input.files);
    if (!checked.ok) return checked;
    const frozen = await freezeForClaim(tx, { subject, endsAt: about.endsAt, now });
    if (!frozen.ok) return frozen;
    const claimId = newId();
    const { clientId, providerId, currency } = about;
    const { isMediation } = frozen.value;
    await insertClaim(tx, subject, {
      id: claimId,
      clientId,
      providerId,
      currency,
      reason: input.reason,
      wish: input.wish,
      wishAmount: wished.value,
      isMediation,
      frozenAt: isMediation ? null : now,
      openedAt: now,
      answerBy: answerDeadline(now),
    });
    const by = { party: 'client' as const, accountId: actor.accountId };
    await writeMessage(tx, { claimId, by, kind: 'opening', text: input.text, files: checked.value, now });
    await recordAudit(tx, {
      at: now,
      ...by,
      action: 'claim.open',
      subjectType: 'claim',
      subjectId: claimId,
      to: 'opened',
    });
    await tellClaim(tx, claimId, 'opened');
    return ok({ claimId });
  });
}

function mayOpen(about: ClaimSubject, now: Date): Result<undefined> {
  if (about.claim) return err('claim.exists');
  const window = claimWindow(about);
  if (!window) return err('claim.nothingToClaim');
  if (about.money && isMoneyGone(about.money)) return err('claim.moneyReturned');
  if (isWithinWindow(window, now)) return ok();
  return err(now < window.from ? 'claim.tooEarly' : 'claim.tooLate');
}

/** Asking for a part names it: above 0 and below the price. */
function wishedAmount(
  { wish, amount }: OpenClaimInput,
  { priceAmount }: ClaimSubject,
): Result<number | null> {
  if (wish !== 'part') return ok(null);
  return amount !== null && amount > 0 && amount < priceAmount
    ? ok(amount)
    : fieldErrors({ amount: 'claim.amountInvalid' });
}
