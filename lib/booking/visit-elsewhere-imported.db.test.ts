import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { addSource } from '@/lib/availability/calendars/add-source';
import { readSource } from '@/lib/availability/calendars/jobs';
import { db } from '@/lib/server/db/client';
import { findFreeTime, listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAuthorisedRequest } from '@/prisma/seed/factories/bookings';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { listKnownIds } from './repository';

const now = new Date();
const stamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

it('a session that an advisor has as the client of another one takes their time when their calendar brings it', async () => {
  const [claire, henrik] = await Promise.all([makeSpecialist(), makeSpecialist()]);
  const offer = await readOffer(db(), claire.serviceIds[0] ?? '');
  if (!offer) throw new Error('no offer');
  const soon = { start: addHours(now, 48), end: addHours(now, 96) };
  const [slot] = await listFreeTimes(db(), offer, soon, now);
  if (!slot) throw new Error('no slot');
  // Claire is Henrik's client then, and her own calendar holds the event that we mailed her.
  const bookingId = await makeAuthorisedRequest({
    specialist: henrik,
    client: claire.actor,
    startsAt: slot.start,
  });
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    `UID:${bookingId}@consilia`,
    `DTSTART:${stamp(slot.start)}`,
    `DTEND:${stamp(addMinutes(slot.start, 60))}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  await addSource(claire.actor, { name: 'Mine', address: 'https://calendar.example.org/mine.ics' });
  const { id } = await db().calendarSource.findFirstOrThrow({ where: { specialistId: claire.providerId } });
  await readSource(id, {
    ownBookings: (specialistId, ids) => listKnownIds(db(), specialistId, ids),
    network: {
      resolve: async () => ['93.184.215.14'],
      get: async () => ({ status: 200, headers: {}, body: Readable.from([Buffer.from(text)]) }),
    },
  });
  expect(await findFreeTime(db(), offer, slot.start, now)).toBeUndefined();
});
