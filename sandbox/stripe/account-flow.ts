import type { Call } from '@/sandbox/stripe/call';
import { emitThin } from '@/sandbox/stripe/events';
import type { AccountRecord, PersonRecord } from '@/sandbox/stripe/records';
import { canReceiveTransfers } from '@/sandbox/stripe/resources/account-view';

/** Stores what onboarding collected; the transfers capability becomes active if it was asked for. */
export function completeOnboarding(
  call: Call,
  account: AccountRecord,
  person: PersonRecord,
  country: string,
): AccountRecord {
  const done = call.store.accounts.save({ ...account, person, country });
  emitThin(call, 'v2.core.account[identity].updated', account.id, null);
  emitThin(call, 'v2.core.account[requirements].updated', account.id, null);
  if (!canReceiveTransfers(account) && canReceiveTransfers(done)) announceCapability(call, account.id);
  return done;
}

export function announceCapability(call: Call, accountId: string): void {
  emitThin(call, 'v2.core.account[configuration.recipient].capability_status_updated', accountId, {
    updated_capability: 'stripe_balance.stripe_transfers',
  });
}

export function returnFromLink(call: Call, account: AccountRecord): void {
  emitThin(call, 'v2.core.account_link.returned', account.id, {
    account_id: account.id,
    use_case: 'account_onboarding',
    configurations: ['recipient'],
  });
}
