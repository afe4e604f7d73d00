import { dueReminder, type ReminderHours } from '@/lib/booking/rules/reminder';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { findHostAccounts, lockEvent } from '../repository';
import { lockSeatWithEvent } from '../seats/lock-seat';
import { type EventNews, remindClient, remindHost } from '../tell';
import { insertReminder, listHostsToRemind, listSeatsToRemind } from './repository';

const batch = 50;

const news = { 24: 'reminder24', 1: 'reminder1' } as const satisfies Record<ReminderHours, EventNews>;

/**
 * Reminds hosts and whoever has a seat 24 h and 1 h before the start, each once for a start, by the rule of sessions.
 * Returns how many failed.
 */
export async function remindOfEvents(now: Date): Promise<number> {
  const seats = await sweepRows({
    name: 'events.remindClients',
    next: (seen) => listSeatsToRemind(db(), now, batch, seen),
    handle: ({ id }) => inTransaction((tx) => remindOne(tx, id, now)),
  });
  const hosts = await sweepRows({
    name: 'events.remindHosts',
    next: (seen) => listHostsToRemind(db(), now, batch, seen),
    handle: ({ id }) => inTransaction((tx) => remindHostOf(tx, id, now)),
  });
  return seats + hosts;
}

async function remindOne(tx: Tx, seatId: string, now: Date): Promise<void> {
  const found = await lockSeatWithEvent(tx, seatId);
  if (found?.event.status !== 'published' || found.seat.status !== 'booked') return;
  const { seat, event } = found;
  const { startsAt } = event;
  const hoursBefore = dueReminder({ status: 'accepted', startsAt, decidedAt: seat.bookedAt }, now);
  if (hoursBefore === null) return;
  const of = { eventId: event.id, accountId: seat.clientId };
  if (await insertReminder(tx, { ...of, hoursBefore, startsAt, toldAt: now }))
    await remindClient(tx, seatId, news[hoursBefore], { startsAt, sequence: seat.calendarSequence });
}

async function remindHostOf(tx: Tx, eventId: string, now: Date): Promise<void> {
  const event = await lockEvent(tx, eventId);
  if (event?.status !== 'published') return;
  const { startsAt, calendarSequence: sequence } = event;
  const hoursBefore = dueReminder({ status: 'accepted', startsAt, decidedAt: event.publishedAt }, now);
  if (hoursBefore === null) return;
  const { host } = await findHostAccounts(tx, eventId);
  if (await insertReminder(tx, { eventId, accountId: host.id, hoursBefore, startsAt, toldAt: now }))
    await remindHost(tx, eventId, news[hoursBefore], { startsAt, sequence });
}
