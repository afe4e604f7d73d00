import { describe, expect, it, test } from 'vitest';
import { paymentStatuses } from '@/lib/payments/rules/status';
import { earningState, listedStates, shareOf, statusesOf } from './advisor-share';

const terms = { commissionBps: 1500, isVatIncluded: false, vatBps: 1900, isReverseCharge: false };
const nothing = { commission: 0, vat: 0, fee: 0, advisor: 0 };
const unbooked = {
  status: 'paid_held' as const,
  mode: 'at_booking' as const,
  amount: 12_000,
  paidAmount: 12_000,
  refundedAmount: 0,
  chargedBackAmount: 0,
  recordedAmount: 0,
  borneFee: 0,
  isDelivered: false,
  commissionAmount: 0,
  commissionVat: 0,
  processingFee: 0,
  advisorAmount: 0,
  terms,
};
const split = { commission: 1800, vat: 342, fee: 0, advisor: 9858 };

describe('shareOf', () => {
  it('expects what the terms say while nothing is booked', () => {
    expect(shareOf(unbooked)).toEqual({ ...split, isExpected: true });
    const due = { ...unbooked, status: 'due' as const, paidAmount: 0 };
    expect(shareOf(due)).toEqual({ ...split, isExpected: true });
  });

  it('takes off a fee that the advisor bears, and what went back already', () => {
    expect(shareOf({ ...unbooked, borneFee: 205 })).toMatchObject({ fee: 205, advisor: 9653 });
    expect(shareOf({ ...unbooked, refundedAmount: 3600 })).toMatchObject({ commission: 1260, advisor: 6901 });
  });

  it('tells what was booked, whatever the terms would say now', () => {
    const booked = { ...unbooked, commissionAmount: 1800, commissionVat: 341, advisorAmount: 9859 };
    expect(shareOf(booked)).toEqual({ commission: 1800, vat: 341, fee: 0, advisor: 9859, isExpected: false });
  });

  test.each(['refunding', 'refunded', 'charged_back', 'uncollectible'] as const)(
    'leaves nothing of what is %s',
    (status) => expect(shareOf({ ...unbooked, status })).toEqual({ ...nothing, isExpected: false }),
  );

  it('divides outside the platform what was recorded', () => {
    const outside = { ...unbooked, mode: 'off_platform' as const, status: 'due' as const, paidAmount: 0 };
    expect(shareOf(outside)).toEqual({ ...nothing, isExpected: true });
    const part = { ...outside, recordedAmount: 5000 };
    expect(shareOf(part)).toEqual({ commission: 750, vat: 143, fee: 0, advisor: 4107, isExpected: true });
    const free = { ...part, isDelivered: true, terms: { ...terms, commissionBps: 0 } };
    expect(shareOf(free)).toEqual({ ...nothing, advisor: 5000, isExpected: false });
  });
});

describe('earningState', () => {
  it('counts no money that is only reserved or on its way', () => {
    const none = paymentStatuses.filter((status) => earningState(status, 'at_booking') === 'none');
    expect(none).toEqual([
      'none',
      'not_needed',
      'checkout_open',
      'setup_open',
      'card_on_file',
      'processing',
      'authorised',
      'settled_offline',
    ]);
  });

  test.each(listedStates)('%s has statuses, and they have it', (state) => {
    const mode = state === 'direct' ? 'off_platform' : 'before_entry';
    expect(statusesOf(state).length).toBeGreaterThan(0);
    for (const status of statusesOf(state)) expect(earningState(status, mode)).toBe(state);
  });

  it('knows of money outside the platform only that', () => {
    const known = paymentStatuses.filter((status) => earningState(status, 'off_platform') !== 'none');
    expect(known).toEqual(['due', 'settled_offline', 'uncollectible']);
  });
});
