import { expect, test } from 'vitest';
import { meetingPlace } from './meeting-place';

const booking = {
  status: 'accepted' as const,
  channel: 'in_person' as const,
  channels: ['video' as const, 'in_person' as const],
  sellerAddress: 'Lindenstr. 1\n10969 Berlin',
  practiceStreet: '9 cours de l’Intendance',
  practicePostalCode: '33000',
  practiceCity: 'Bordeaux',
  practiceCountry: 'FR',
};
const none = { practiceStreet: null, practicePostalCode: null, practiceCity: null, practiceCountry: null };

test('in person it is the practice, as it was when the time was held', () => {
  const place = meetingPlace(booking, 'de');
  expect(place?.lines).toEqual(['9 cours de l’Intendance', '33000 Bordeaux', 'Frankreich']);
  expect(place?.mapHref).toMatch(/^https:\/\/www\.openstreetmap\.org\/search\?query=9%20cours/);
});

test('bookings from before that take place at the trader’s address', () => {
  expect(meetingPlace({ ...booking, ...none }, 'en')?.lines).toEqual(['Lindenstr. 1', '10969 Berlin']);
});

test('online there is none, save while the way to meet is to be chosen', () => {
  expect(meetingPlace({ ...booking, channel: 'video' }, 'en')).toBeNull();
  expect(meetingPlace({ ...booking, channel: 'video', status: 'held' }, 'en')).not.toBeNull();
  expect(
    meetingPlace({ ...booking, channel: 'video', channels: ['video'], status: 'held' }, 'en'),
  ).toBeNull();
});
