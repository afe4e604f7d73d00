import type { PaymentMode } from '@/lib/payments/rules/payment-time';
import type { PaymentStatus } from '@/lib/payments/rules/status';

type Money = {
  readonly mode: PaymentMode;
  readonly status: PaymentStatus;
  readonly amount: number;
  readonly paidAmount: number;
  readonly recordedAmount: number;
};

/**
 * What the two sides see of the money of a booking or a seat, in minor units. `later`: a card is stored and will be
 * charged. `charging`: that is being done. `due`: to be paid by a link, or at the door. `elsewhere`: outside the platform.
 */
export type Standing = {
  readonly paid: number;
  readonly outstanding: number;
  readonly next: 'nothing' | 'later' | 'charging' | 'due' | 'elsewhere';
};

const owed: Partial<Record<PaymentStatus, Standing['next']>> = {
  card_on_file: 'later',
  charging: 'charging',
  due: 'due',
  uncollectible: 'nothing',
};

/** Price, paid and outstanding always agree: what is neither paid nor to be paid any more is not outstanding. */
export function standingOf({ mode, status, amount, paidAmount, recordedAmount }: Money): Standing {
  if (mode === 'off_platform') {
    const outstanding = status === 'due' || status === 'uncollectible' ? amount - recordedAmount : 0;
    return { paid: recordedAmount, outstanding, next: status === 'due' ? 'elsewhere' : 'nothing' };
  }
  const next = owed[status];
  return { paid: paidAmount, outstanding: next ? amount - paidAmount : 0, next: next ?? 'nothing' };
}

/** Whether the client has paid, so that the door opens; free of charge it always does. */
export function isPaid({ mode, status }: Pick<Money, 'mode' | 'status'>): boolean {
  return mode === 'off_platform' || !unpaid.has(status);
}

const unpaid: ReadonlySet<PaymentStatus> = new Set([
  'none',
  'checkout_open',
  'setup_open',
  'card_on_file',
  'charging',
  'due',
  'uncollectible',
]);
