import { describe, expect, test } from 'vitest';
import { missingForPublishing } from '@/lib/profiles/rules/publishing';

const complete = {
  displayName: 'Anna Müller',
  mainHeadline: 'Sommeil et stress',
  offerCount: 1,
  timeZone: 'Europe/Berlin',
  sellerName: 'Anna Müller',
  sellerAddress: 'Hauptstraße 1, 10115 Berlin',
  lacksPracticeAddress: false,
  areDiplomasVerified: false,
};

test('nothing is missing in a complete profile', () => {
  expect(missingForPublishing(complete, false)).toEqual([]);
});

describe('missing is', () => {
  test.each([
    [{ displayName: ' ' }, 'name'],
    [{ mainHeadline: null }, 'headline'],
    [{ mainHeadline: '  ' }, 'headline'],
    [{ offerCount: 0 }, 'offer'],
    [{ timeZone: null }, 'timeZone'],
    [{ timeZone: 'Mars/Base' }, 'timeZone'],
    [{ sellerName: null }, 'sellerName'],
    [{ sellerAddress: ' \n' }, 'sellerAddress'],
    [{ lacksPracticeAddress: true }, 'practiceAddress'],
  ])('%o: %s', (without, gap) => {
    expect(missingForPublishing({ ...complete, ...without }, false)).toEqual([gap]);
  });

  test('several things at once, in their order', () => {
    const bare = { ...complete, displayName: '', mainHeadline: null, sellerAddress: null };
    expect(missingForPublishing(bare, false)).toEqual(['name', 'headline', 'sellerAddress']);
  });

  test('a verified diploma, only where the operator wants it', () => {
    expect(missingForPublishing(complete, true)).toEqual(['diplomas']);
    expect(missingForPublishing({ ...complete, areDiplomasVerified: true }, true)).toEqual([]);
  });
});
