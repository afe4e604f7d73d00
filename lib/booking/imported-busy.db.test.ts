import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { addSource } from '@/lib/availability/calendars/add-source';
import { readSource } from '@/lib/availability/calendars/jobs';
import { removeSource } from '@/lib/availability/calendars/remove-source';
import { db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { addHours, addMinutes } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { holdSlot } from './hold-slot';
import { listKnownIds } from './repository';

const now = new Date();
const soon = { start: addHours(now, 48), end: addHours(now, 96) };
const stamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d+/g, '');

it('an event of a calendar from elsewhere takes its time from the offer and from whoever asks for it', async () => {
  const claire = await makeSpecialist();
  const [serviceId = ''] = claire.serviceIds;
  const offer = await readOffer(db(), serviceId);
  if (!offer) throw new Error('no offer');
  const startsOf = async () =>
    (await listFreeTimes(db(), offer, soon, now)).map(({ start }) => start.getTime());
  const free = await startsOf();
  const [first = 0, second = 0] = free;
  // Half an hour in the middle of the first session, up to the start of the second.
  const event = [`DTSTART:${stamp(addMinutes(new Date(second), -30))}`, `DTEND:${stamp(new Date(second))}`];
  const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', ...event, 'END:VEVENT', 'END:VCALENDAR', ''].join(
    '\r\n',
  );
  await addSource(claire.actor, { name: 'Work', address: 'https://calendar.example.org/a.ics' });
  const { id } = await db().calendarSource.findFirstOrThrow({ where: { specialistId: claire.providerId } });
  await readSource(id, {
    ownBookings: (specialistId, ids) => listKnownIds(db(), specialistId, ids),
    network: {
      resolve: async () => ['93.184.215.14'],
      get: async () => ({ status: 200, headers: {}, body: Readable.from([Buffer.from(text)]) }),
    },
  });
  expect(await startsOf()).toEqual(free.filter((start) => start !== first));
  const hold = async (start: number) =>
    holdSlot(await makeAccount(), { serviceId, start: new Date(start), channel: undefined });
  expect(await hold(first)).toMatchObject({ error: { code: 'booking.slotTaken' } });
  expect((await hold(second)).ok).toBe(true);
  await removeSource(claire.actor, { sourceId: id });
  expect((await hold(first)).ok).toBe(true);
});
