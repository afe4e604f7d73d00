import { expect, test } from 'vitest';
import { claimUntil, isClaimInTime, isReleasable, isSessionOver } from '@/lib/payments/rules/release';

const at = (text: string) => new Date(text);
const end = at('2027-03-26T10:00Z');

test('the claim window is 72 elapsed hours after the end, the later of the two', () => {
  expect(claimUntil(end)).toEqual(at('2027-03-29T10:00Z'));
  expect(claimUntil(end, at('2027-03-26T10:20Z'))).toEqual(at('2027-03-29T10:20Z'));
  expect(claimUntil(end, at('2027-03-26T09:00Z'))).toEqual(at('2027-03-29T10:00Z'));
});

test('its last instant is in time for the claim, and too early for the release', () => {
  const until = claimUntil(end);
  const calm = { status: 'delivered_held' as const, claimUntil: until, claimedAt: null };
  expect([isClaimInTime(until, until), isReleasable(calm, until)]).toEqual([true, false]);
  const later = at('2027-03-29T10:00:00.001Z');
  expect([isClaimInTime(until, later), isReleasable(calm, later)]).toEqual([false, true]);
});

test('a claim, a dispute or what happened since freezes', () => {
  const later = at('2027-04-29T10:00Z');
  for (const status of ['claim_open', 'disputed', 'releasable', 'paid_held'] as const)
    expect(isReleasable({ status, claimUntil: end, claimedAt: null }, later)).toBe(false);
  expect(isReleasable({ status: 'delivered_held', claimUntil: null, claimedAt: null }, later)).toBe(false);
});

test('what a window belongs to is over at its end', () => {
  expect([at('2027-03-26T09:59:59.999Z'), end].map((now) => isSessionOver(claimUntil(end), now))).toEqual([
    false,
    true,
  ]);
});
