import { describe, expect, it } from 'vitest';
import { announcementBetween, secondsLeft, writeLeft } from './hold-clock';

describe('secondsLeft', () => {
  it('counts a started second as one and stops at zero', () => {
    expect(secondsLeft(10_000, 8_500)).toBe(2);
    expect(secondsLeft(10_000, 10_000)).toBe(0);
    expect(secondsLeft(10_000, 99_000)).toBe(0);
  });
});

describe('writeLeft', () => {
  it.each([
    [7199, '1:59:59'],
    [3600, '1:00:00'],
    [3599, '59:59'],
    [900, '15:00'],
    [582, '9:42'],
    [5, '0:05'],
  ])('%i seconds are %s', (seconds, expected) => {
    expect(writeLeft(seconds)).toBe(expected);
  });
});

describe('announcementBetween', () => {
  it.each([
    [301, 300, 'fiveMinutes'],
    [300, 299, undefined],
    [61, 60, 'oneMinute'],
    [1, 0, 'over'],
    [0, 0, undefined],
  ])('from %i to %i', (before, after, expected) => {
    expect(announcementBetween(before, after)).toBe(expected);
  });

  it('says the last thing only when the tab slept through several marks', () => {
    expect(announcementBetween(400, 0)).toBe('over');
    expect(announcementBetween(400, 30)).toBe('oneMinute');
  });
});
