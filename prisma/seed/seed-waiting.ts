import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import {
  addHours,
  addLocalDays,
  epochDayToWeekday,
  type LocalDate,
  localDate,
  localDateToEpochDay,
} from '@/lib/shared/time';
import { fullEvent } from './events/plan';
import { type DemoSpecialist, serviceId } from './people';
import { seedId } from './seed-id';

const day = (date: LocalDate) => new Date(`${date}T00:00:00Z`);

/**
 * Two who wait for a day on which the advisor does not work, so that they go on waiting, one whose booked session was a
 * place that had become free, and the line for an event that is full.
 */
export async function seedWaiting(
  specialist: DemoSpecialist,
  clients: readonly AccountActor[],
  now: Date,
): Promise<void> {
  const service = serviceId(specialist.content.slug, 'session');
  const closed = await nextClosedDay(specialist, now);
  for (const [index, client] of clients.slice(0, 2).entries())
    await write(`waiting/${index}`, {
      clientId: client.accountId,
      serviceId: service,
      firstDate: day(closed),
      lastDate: day(closed),
      createdAt: addHours(now, -20 + index),
    });
  for (const [index, client] of clients.slice(0, 2).entries())
    await write(`waiting/event/${index}`, {
      clientId: client.accountId,
      eventId: seedId(`event/${fullEvent.slug}/event/${fullEvent.day}`),
      createdAt: addHours(now, -9 + index),
    });
  const taken = await db().booking.findFirst({
    where: { serviceId: service, status: 'accepted', clientId: { not: clients[0]?.accountId ?? '' } },
    orderBy: { startsAt: 'asc' },
    select: { id: true, clientId: true, startsAt: true, createdAt: true },
  });
  if (!taken) throw new Error('nobody has booked');
  const date = day(localDate(taken.startsAt, 'Europe/Berlin'));
  const id = await write('waiting/booked', {
    clientId: taken.clientId,
    serviceId: service,
    firstDate: date,
    lastDate: date,
    createdAt: addHours(taken.createdAt, -48),
    status: 'booked',
    closedAt: taken.createdAt,
  });
  await db().booking.update({ where: { id: taken.id }, data: { waitingEntryId: id } });
}

async function nextClosedDay({ providerId }: DemoSpecialist, now: Date): Promise<LocalDate> {
  const hours = await db().weeklyRange.findMany({ where: { providerId }, select: { weekday: true } });
  const open = new Set(hours.map(({ weekday }) => weekday));
  const today = localDate(now, 'Europe/Berlin');
  const days = Array.from({ length: 7 }, (_, index) => addLocalDays(today, index + 5));
  const closed = days.find((date) => !open.has(epochDayToWeekday(localDateToEpochDay(date))));
  if (!closed) throw new Error('works on every day');
  return closed;
}

async function write(key: string, data: Prisma.WaitingEntryUncheckedCreateInput): Promise<string> {
  const id = seedId(key);
  await db().waitingEntry.create({ data: { id, ...data } });
  const moves = data.status === 'booked' ? ['join', 'offer', 'take'] : ['join'];
  const statuses = ['waiting', 'offered', 'booked'];
  await db().auditEntry.createMany({
    data: moves.map((move, index) => ({
      id: seedId(`audit/${key}/${move}`),
      at: move === 'join' ? (data.createdAt ?? new Date()) : (data.closedAt ?? new Date()),
      party: move === 'join' ? ('client' as const) : ('system' as const),
      accountId: move === 'join' ? data.clientId : null,
      action: `waiting.${move}`,
      subjectType: 'waiting',
      subjectId: id,
      fromStatus: statuses[index - 1] ?? null,
      toStatus: statuses[index] ?? null,
    })),
  });
  return id;
}
