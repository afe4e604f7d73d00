import { expect, it } from 'vitest';
import { addHours } from '@/lib/shared/elapsed';
import { missingToPublish } from './publishing';

const now = new Date('2027-03-01T12:00:00Z');
const draft = {
  startsAt: addHours(now, 48),
  endsAt: addHours(now, 49),
  bookUntil: addHours(now, 24),
  maximumSeats: 12,
};
const seller = { status: 'published', allowedPlaces: 12 } as const;

it.each([
  ['nothing is missing', {}, {}, []],
  ['the profile is not public', {}, { status: 'draft' as const }, ['provider.notBookable']],
  ['a suspended provider sells nothing', {}, { status: 'suspended' as const }, ['provider.notBookable']],
  [
    'the start is over',
    { startsAt: now, bookUntil: addHours(now, -1) },
    {},
    ['event.inPast', 'event.deadlineInvalid'],
  ],
  ['only the deadline is over', { bookUntil: now }, {}, ['event.deadlineInvalid']],
  ['more places than allowed', { maximumSeats: 13 }, {}, ['event.tooManyPlaces']],
  [
    'everything at once, the profile first',
    { startsAt: now, maximumSeats: 13, bookUntil: now },
    { status: 'draft' as const },
    ['provider.notBookable', 'event.inPast', 'event.deadlineInvalid', 'event.tooManyPlaces'],
  ],
])('%s', (_, ofDraft, ofSeller, missing) => {
  expect(missingToPublish({ ...draft, ...ofDraft }, { ...seller, ...ofSeller }, now)).toEqual(missing);
});
