import { expect, it } from 'vitest';
import { addHours } from '@/lib/shared/elapsed';
import { stageOf } from './event-stage';

const now = new Date('2027-03-01T12:00:00Z');
const event = {
  status: 'published' as const,
  ending: null,
  startsAt: addHours(now, 48),
  bookUntil: addHours(now, 24),
};

it.each([
  ['a draft', { status: 'draft' as const, startsAt: now }, 'draft'],
  ['on sale', {}, 'onSale'],
  ['closed at the deadline', { bookUntil: now }, 'closed'],
  ['running from the start on', { startsAt: now, bookUntil: now }, 'running'],
  ['held', { status: 'completed' as const, startsAt: now }, 'completed'],
  ['cancelled', { status: 'cancelled' as const, ending: 'by_host' as const }, 'by_host'],
  ['too few', { status: 'cancelled' as const, ending: 'below_minimum' as const }, 'below_minimum'],
  ['nobody held it', { status: 'cancelled' as const, ending: 'host_absent' as const }, 'host_absent'],
] as const)('%s', (_, change, stage) => {
  expect(stageOf({ ...event, ...change }, now)).toBe(stage);
});
