import { expect, test } from 'vitest';
import { isUnpaidTooLong, waitingStage } from './waiting-payout';

const charged = new Date('2027-01-01T10:00Z');
const after = (days: number, ms = 0) => new Date(charged.getTime() + days * 86_400_000 + ms);

test.each([
  [0, 0],
  [30, 30],
  [60, 60],
  [75, 75],
  [84, 75],
] as const)('money that waits for %d days', (days, stage) => {
  expect(waitingStage(charged, after(days))).toBe(stage);
  if (stage > 0) expect(waitingStage(charged, after(stage, -1))).toBeLessThan(stage);
});

test('goes back from exactly 85 days after its charge', () => {
  expect(isUnpaidTooLong(charged, after(85))).toBe(true);
  expect(isUnpaidTooLong(charged, after(85, -1))).toBe(false);
});
