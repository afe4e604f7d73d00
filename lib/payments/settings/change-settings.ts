import type { Actor, ProviderActor } from '@/lib/access/actor';
import { asPracticeOwner } from '@/lib/profiles/own-provider';
import { recordAudit } from '@/lib/server/audit/audit';
import { now as clock } from '@/lib/server/clock';
import type { Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { ok, type Result } from '@/lib/shared/result';
import { updateSettings } from './repository';
import type { PaymentAddressInput, ScheduleInput } from './schema';

/**
 * The owner says how the practice is paid: per session, twice a month above a threshold, or as the operator does (null).
 * It holds for everything that is not on its way yet.
 */
export function choosePayoutSchedule(actor: Actor, { schedule }: ScheduleInput): Promise<Result<undefined>> {
  return change(actor, 'provider.choosePayoutSchedule', (tx, owner) =>
    updateSettings(tx, owner.provider.id, { payoutSchedule: schedule }),
  );
}

/** The owner says where clients pay outside the platform (see `isPaymentAddress`), or nowhere (null). */
export function changePaymentAddress(actor: Actor, { url }: PaymentAddressInput): Promise<Result<undefined>> {
  return change(actor, 'provider.changePaymentAddress', (tx, owner) =>
    updateSettings(tx, owner.provider.id, { offlinePaymentUrl: url }),
  );
}

async function change(
  actor: Actor,
  action: string,
  write: (tx: Tx, owner: ProviderActor) => Promise<void>,
): Promise<Result<undefined>> {
  const owner = asPracticeOwner(actor);
  if (!owner.ok) return owner;
  const { accountId, provider } = owner.value;
  const now = await clock();
  return inTransaction(async (tx) => {
    await write(tx, owner.value);
    await recordAudit(tx, {
      at: now,
      party: 'provider',
      accountId,
      action,
      subjectType: 'provider',
      subjectId: provider.id,
    });
    return ok();
  });
}
