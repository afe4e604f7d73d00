import { describe, expect, it } from 'vitest';
import { paymentStatuses } from '@/lib/payments/rules/status';
import { earningState, earningStatuses, shareOf } from './advisor-share';

const terms = { commissionBps: 1500, isVatIncluded: false, vatBps: 1900, isReverseCharge: false };
const unbooked = {
  status: 'paid_held' as const,
  amount: 12_000,
  commissionAmount: 0,
  commissionVat: 0,
  processingFee: 0,
  advisorAmount: 0,
  terms,
};

describe('shareOf', () => {
  it('expects what the terms say while nothing is booked', () => {
    expect(shareOf(unbooked)).toEqual({
      commission: 1800,
      vat: 342,
      fee: 0,
      advisor: 9858,
      isExpected: true,
    });
  });

  it('tells what was booked, whatever the terms would say now', () => {
    const booked = { ...unbooked, commissionAmount: 1800, commissionVat: 341, advisorAmount: 9859 };
    expect(shareOf(booked)).toEqual({ commission: 1800, vat: 341, fee: 0, advisor: 9859, isExpected: false });
  });
});

describe('earningState', () => {
  it('counts no money that is only reserved, on its way, or back with the client', () => {
    const none = paymentStatuses.filter((status) => earningState(status) === 'none');
    expect(none).toEqual(
      expect.arrayContaining(['none', 'checkout_open', 'authorised', 'processing', 'refunded']),
    );
    expect([...none, ...earningStatuses].toSorted()).toEqual([...paymentStatuses].toSorted());
  });
});
