import { describe, expect, test } from 'vitest';
import { isUncollectible, retryAt } from './dunning';

const first = new Date('2027-03-01T10:00Z');

describe('a card that was refused', () => {
  test.each([
    ['afterwards', 1, '2027-03-02T10:00Z'],
    ['afterwards', 2, '2027-03-04T10:00Z'],
    ['afterwards', 3, '2027-03-08T10:00Z'],
    ['beforeSession', 1, '2027-03-02T10:00Z'],
    ['beforeSession', 2, '2027-03-04T10:00Z'],
  ] as const)('%s, for the %d. time, is tried again', (cause, failures, at) => {
    expect(retryAt(cause, failures, first)).toEqual(new Date(at));
  });

  test.each([
    ['afterwards', 4],
    ['beforeSession', 3],
    ['atDoor', 1],
  ] as const)('%s, for the %d. time, is not', (cause, failures) => {
    expect(retryAt(cause, failures, first)).toBeNull();
  });
});

describe('what is due is given up', () => {
  const last = new Date('2027-04-30T10:00Z');

  test('60 days after it became so, that instant included', () => {
    expect(isUncollectible(first, null, last)).toBe(true);
    expect(isUncollectible(first, null, new Date(last.getTime() - 1))).toBe(false);
  });

  test('counted from the session when that was later', () => {
    const session = new Date('2027-03-20T10:00Z');
    expect(isUncollectible(first, session, last)).toBe(false);
    expect(isUncollectible(first, session, new Date('2027-05-19T10:00Z'))).toBe(true);
  });
});
