import type { WithdrawalRule } from '@/lib/booking/rules/withdrawal';
import { env } from '@/lib/server/env';

/** How the operator has set the right of withdrawal. */
export function withdrawalRule(): WithdrawalRule {
  const { WITHDRAWAL_RIGHT: isOn, WITHDRAWAL_KEEPS_LATE_FEE: keepsLateFee } = env();
  return { isOn, keepsLateFee };
}
