import { describe, expect, it } from 'vitest';
import { bookingStatuses } from '@/lib/booking/rules/status';
import { seatStatuses } from '@/lib/events/rules/status';
import { type ClaimedBooking, type ClaimedSeat, claimWindow, courseOf, isWithinWindow } from './window';

const startsAt = new Date('2026-11-10T10:00:00Z');
const endsAt = new Date('2026-11-10T11:00:00Z');
const at = (text: string) => new Date(`2026-11-${text}Z`);
const booking = (more: Partial<ClaimedBooking> = {}): ClaimedBooking => ({
  kind: 'booking',
  status: 'completed',
  startsAt,
  endsAt,
  closedAt: endsAt,
  closedBy: 'system',
  freeCancelUntil: at('08T10:00:00'),
  ...more,
});
const seat = (more: Partial<ClaimedSeat> = {}): ClaimedSeat => ({
  kind: 'seat',
  status: 'attended',
  startsAt,
  endsAt,
  closedAt: endsAt,
  isLate: false,
  ...more,
});

describe('what can be claimed', () => {
  it('of a booking by its status', () => {
    const byStatus = bookingStatuses.map((status) => [status, courseOf(booking({ status }))]);
    expect(Object.fromEntries(byStatus)).toEqual({
      held: null,
      pending: null,
      accepted: 'held',
      rejected: null,
      completed: 'held',
      cancelled: null,
      missed: 'absence',
      expired: null,
      proposed: null,
    });
  });

  it('of a seat by its status', () => {
    const byStatus = seatStatuses.map((status) => [status, courseOf(seat({ status }))]);
    expect(Object.fromEntries(byStatus)).toEqual({
      held: null,
      expired: null,
      booked: 'held',
      attended: 'held',
      absent: 'absence',
      cancelled: null,
    });
  });

  it.each([
    ['after the free time', { closedBy: 'client', closedAt: at('08T10:00:01') }, 'lateCancel'],
    ['at the last free instant', { closedBy: 'client', closedAt: at('08T10:00:00') }, null],
    [
      'where none was free',
      { closedBy: 'client', closedAt: at('01T10:00:00'), freeCancelUntil: null },
      'lateCancel',
    ],
    ['by the provider', { closedBy: 'provider', closedAt: at('09T10:00:00') }, null],
    ['as the provider never came', { closedBy: 'system', closedAt: endsAt }, null],
  ] as const)('a session cancelled %s', (_, more, course) => {
    expect(courseOf(booking({ status: 'cancelled', ...more }))).toBe(course);
  });

  it('a seat cancelled late', () => {
    expect(courseOf(seat({ status: 'cancelled', isLate: true }))).toBe('lateCancel');
  });
});

describe('when it can be claimed', () => {
  const isOpen = (subject: ClaimedBooking | ClaimedSeat, now: Date, actualEnd: Date | null = null) => {
    const window = claimWindow(subject, actualEnd);
    return window !== null && isWithinWindow(window, now);
  };

  it.each([
    [booking(), '10T09:59:59.999', false],
    [booking({ status: 'accepted' }), '10T10:00:00', true],
    [booking(), '13T11:00:00', true],
    [booking(), '13T11:00:00.001', false],
    [seat(), '13T11:00:00', true],
    [seat({ status: 'absent' }), '13T11:00:01', false],
    [booking({ status: 'rejected' }), '10T10:30:00', false],
  ])('%o at %s: %s', (subject, now, may) => {
    expect(isOpen(subject, at(now))).toBe(may);
  });

  it('after a late cancellation from that instant on', () => {
    const late = { closedAt: at('09T08:00:00') };
    const subject = booking({ status: 'cancelled', closedBy: 'client', ...late });
    expect(isOpen(subject, at('09T07:59:59'))).toBe(false);
    expect(isOpen(subject, at('09T08:00:00'))).toBe(true);
    expect(isOpen(seat({ status: 'cancelled', isLate: true, ...late }), at('09T08:00:00'))).toBe(true);
  });

  it('counts from the actual end when that is later', () => {
    expect(isOpen(booking(), at('13T11:20:00'), at('10T11:20:00'))).toBe(true);
    expect(isOpen(booking(), at('13T11:00:00'), at('10T10:20:00'))).toBe(true);
  });
});
