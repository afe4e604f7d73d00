import { describe, expect, it } from 'vitest';
import { readSubject, subjectColumns, subjectId, subjectOf } from './subject';

describe('what a payment is of', () => {
  it.each([
    [{ bookingId: 'b', seatId: null }, { bookingId: 'b' }],
    [{ bookingId: null, seatId: 's' }, { seatId: 's' }],
    [{ bookingId: 'b' }, { bookingId: 'b' }],
    [{ seatId: 's', bookingId: '' }, { seatId: 's' }],
    [{ bookingId: 'b', seatId: 's' }, null],
    [{}, null],
  ])('%j is %j', (names, subject) => {
    expect(readSubject(names)).toEqual(subject);
  });

  it('is one thing in the database', () => {
    expect(subjectOf({ bookingId: null, seatId: 's' })).toEqual({ seatId: 's' });
    expect(() => subjectOf({ bookingId: null, seatId: null })).toThrow();
  });

  it('has one id', () => {
    expect([subjectId({ bookingId: 'b' }), subjectId({ seatId: 's' })]).toEqual(['b', 's']);
    expect([subjectColumns({ bookingId: 'b' }), subjectColumns({ seatId: 's' })]).toEqual([
      { bookingId: 'b' },
      { seatId: 's' },
    ]);
  });
});
