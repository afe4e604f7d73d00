import { hasAttended, hasHostCome } from '@/lib/events/rules/outcome';
import { listEndedEvents, settleEvent } from '@/lib/events/settle-event';
import type { EventRecord } from '@/lib/events/types';
import { db } from '@/lib/server/db/client';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { listStaysOfEvent } from './repository';

const batch = 20;

/** Decides, from attendance, what became of the events that ended. Returns how many failed. */
export function settleEvents(now: Date): Promise<number> {
  return sweepRows<EventRecord>({
    name: 'rooms.settleEvents',
    next: (seen) => listEndedEvents(db(), now, batch, seen),
    handle: (event) => settle(event, now),
  });
}

async function settle(event: EventRecord, now: Date): Promise<void> {
  const { hostStays, staysOf } = await listStaysOfEvent(db(), event.id);
  const outcome = {
    hasHostCome: hasHostCome(event, hostStays),
    hasAttended: (clientId: string) => hasAttended(event, staysOf(clientId)),
  };
  const settled = await settleEvent(event.id, outcome, now);
  if (!settled.ok && settled.error.code !== 'event.statusChanged')
    throw new Error(`outcome of event ${event.id}: ${settled.error.code}`);
}
