import { describe, expect, it } from 'vitest';
import type { OwnEventSeats } from '@/lib/events/types';
import { panelState } from './panel-state';

const times = { start: new Date('2026-12-03T18:00:00Z'), end: new Date('2026-12-03T19:00:00Z') };
const before = new Date('2026-12-03T17:59:59Z');
const seats = (more: Partial<OwnEventSeats> = {}): OwnEventSeats => ({
  seatsLeft: 4,
  refusal: null,
  own: null,
  isWaiting: false,
  ...more,
});

describe('panelState', () => {
  it.each([
    ['open', seats()],
    ['open', seats({ isWaiting: true })],
    ['full', seats({ refusal: 'event.full' })],
    ['waiting', seats({ refusal: 'event.full', isWaiting: true })],
    ['held', seats({ refusal: 'event.full', own: { seatId: '1', isHeld: true }, isWaiting: true })],
    ['booked', seats({ refusal: 'event.closed', own: { seatId: '1', isHeld: false } })],
    ['early', seats({ refusal: 'payment.tooFarAhead' })],
    ['closed', seats({ refusal: 'event.closed' })],
    ['unbookable', seats({ refusal: 'provider.notBookable' })],
  ] as const)('before the start is %s', (expected, answer) => {
    expect(panelState(times, answer, before)).toBe(expected);
  });

  it('follows the clock: under way at the start, over at the end, whatever the page was made from', () => {
    expect(panelState(times, seats(), times.start)).toBe('started');
    const own = seats({ own: { seatId: '1', isHeld: false } });
    expect(panelState(times, own, times.start)).toBe('booked');
    expect(panelState(times, own, times.end)).toBe('over');
  });
});
