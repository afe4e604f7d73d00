import {
  type CommissionTerms,
  emptyMonth,
  type Split,
  splitPrice,
  totalOf,
} from '@/lib/payments/rules/commission';
import type { PaymentStatus } from '@/lib/payments/rules/status';

/** Where the advisor's part of a payment stands, in the four words of the earnings page. */
export type EarningState = 'none' | 'held' | 'released' | 'paidOut' | 'troubled';

const states: Readonly<Partial<Record<PaymentStatus, EarningState>>> = {
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
};

/**
 * `held`: paid, and the session or its claim window is not over. `released`: to be paid out, now or as soon as the
 * payment account is complete. `troubled`: going back, disputed or owed to us. `none`: no money of the advisor's.
 */
export function earningState(status: PaymentStatus): EarningState {
  return states[status] ?? 'none';
}

/** The payments that the earnings page lists. */
export const earningStatuses = Object.keys(states) as PaymentStatus[];

export type Share = Split & {
  /** Not booked yet: what the split will be if the session takes place, give or take a cent of VAT. */
  readonly isExpected: boolean;
};

type SharedPayment = {
  readonly status: PaymentStatus;
  readonly amount: number;
  readonly terms: CommissionTerms;
} & BookedParts;

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

/** How a price divides: as it was booked, or before that as the terms of the booking say. Minor units. */
export function shareOf(payment: SharedPayment): Share {
  const booked = bookedSplit(payment);
  if (totalOf(booked) > 0) return { ...booked, isExpected: false };
  return { ...splitPrice(payment.amount, payment.terms, emptyMonth).split, isExpected: true };
}
