import {
  type CommissionTerms,
  emptyMonth,
  emptySplit,
  type Split,
  splitPrice,
  totalOf,
} from '@/lib/payments/rules/commission';
import type { PaymentMode } from '@/lib/payments/rules/payment-time';
import { type Collected, refundable } from '@/lib/payments/rules/refund';
import { type PaymentStatus, paymentStatuses } from '@/lib/payments/rules/status';

/** Where the advisor's part of a payment stands, in the words of the earnings page. */
export type EarningState =
  | 'none'
  | 'open'
  | 'held'
  | 'released'
  | 'paidOut'
  | 'troubled'
  | 'refunded'
  | 'direct';

/** Those that the earnings page lists, and can be asked for. */
export const listedStates = [
  'open',
  'held',
  'released',
  'paidOut',
  'troubled',
  'refunded',
  'direct',
] as const satisfies EarningState[];

const states: Readonly<Partial<Record<PaymentStatus, EarningState>>> = {
  charging: 'open',
  due: 'open',
  uncollectible: 'open',
  paid_held: 'held',
  delivered_held: 'held',
  claim_open: 'held',
  releasable: 'released',
  in_payout: 'released',
  transferred: 'paidOut',
  refunding: 'troubled',
  disputed: 'troubled',
  charged_back: 'troubled',
  clawback: 'troubled',
  refunded: 'refunded',
};

/** What is paid outside the platform goes through none of its hands. */
const outside: readonly PaymentStatus[] = ['due', 'settled_offline', 'uncollectible'];

/**
 * `open`: the client has not paid yet. `held`: paid, and the session or its claim window is not over. `released`: to be paid
 * out, now or as soon as the payment account is complete. `troubled`: going back, disputed or owed to us. `direct`: paid, or
 * to be paid, outside the platform. `none`: no money of the advisor's.
 */
export function earningState(status: PaymentStatus, mode: PaymentMode): EarningState {
  if (mode === 'off_platform') return outside.includes(status) ? 'direct' : 'none';
  return states[status] ?? 'none';
}

/** The statuses of payments in a state. */
export function statusesOf(state: EarningState): PaymentStatus[] {
  if (state === 'direct') return [...outside];
  return paymentStatuses.filter((status) => states[status] === state);
}

export type Share = Split & {
  /** Not booked yet: what the split will be if the session takes place, give or take a cent of VAT. */
  readonly isExpected: boolean;
};

type SharedPayment = {
  readonly status: PaymentStatus;
  readonly mode: PaymentMode;
  readonly amount: number;
  readonly recordedAmount: number;
  /** The payment service's fee where the advisor bears it, else 0. */
  readonly borneFee: number;
  readonly isDelivered: boolean;
  readonly terms: CommissionTerms;
} & Collected &
  BookedParts;

type BookedParts = {
  readonly commissionAmount: number;
  readonly commissionVat: number;
  readonly processingFee: number;
  readonly advisorAmount: number;
};

/** The parts of an earned price as they are booked on its payment; nothing before it is earned. */
export function bookedSplit(payment: BookedParts): Split {
  const {
    commissionAmount: commission,
    commissionVat: vat,
    processingFee: fee,
    advisorAmount: advisor,
  } = payment;
  return { commission, vat, fee, advisor };
}

/** The same as columns. */
export function splitColumns({ commission, vat, fee, advisor }: Split): BookedParts {
  return { commissionAmount: commission, commissionVat: vat, processingFee: fee, advisorAmount: advisor };
}

/** Nothing remains to anybody, or nothing will come. */
const over: ReadonlySet<PaymentStatus> = new Set(['refunding', 'refunded', 'charged_back', 'uncollectible']);

/**
 * How a price divides: as it was booked, or before that as the terms of the booking say of what is left of what was paid.
 * Outside the platform it is of the amounts recorded. Minor units.
 */
export function shareOf(payment: SharedPayment): Share {
  const { mode, status, amount, recordedAmount, paidAmount, terms, borneFee } = payment;
  const booked = bookedSplit(payment);
  if (totalOf(booked) > 0) return { ...booked, isExpected: false };
  if (mode === 'off_platform')
    return { ...splitPrice(recordedAmount, terms, emptyMonth).split, isExpected: !payment.isDelivered };
  if (over.has(status)) return { ...emptySplit, isExpected: false };
  const left = paidAmount > 0 ? refundable(payment) : amount;
  return { ...splitPrice(left, terms, emptyMonth, borneFee).split, isExpected: true };
}
