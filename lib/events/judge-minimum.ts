import { recordAudit } from '@/lib/server/audit/audit';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { sweepRows } from '@/lib/server/jobs/sweep-rows';
import { tellPages } from './change-status';
import { endEvent, endingTimeout } from './end-event';
import { countTaken, listToJudge, lockEvent, updateEvent } from './repository';
import { judgeMinimum as judge } from './rules/seats';
import type { EventRecord } from './types';

const batch = 50;
const by = { party: 'system' as const, accountId: null };

/**
 * At the booking deadline: enough seats are booked, and that holds from then on, or the event is cancelled. Holds that
 * could still make it are waited for. Returns how many failed.
 */
export function judgeMinimums(now: Date): Promise<number> {
  return sweepRows({
    name: 'events.judgeMinimums',
    next: (seen) => listToJudge(db(), now, batch, seen),
    handle: ({ id }) => inTransaction((tx) => judgeOne(tx, id, now), { timeout: endingTimeout }),
  });
}

async function judgeOne(tx: Tx, id: string, now: Date): Promise<void> {
  await judgeIfOver(tx, await lockEvent(tx, id), now);
}

/** Judges an event whose deadline has passed unless it was judged; before anything else changes. Its row is locked. */
export async function judgeIfOver(tx: Tx, event: EventRecord | null, now: Date): Promise<void> {
  if (event?.status !== 'published' || event.confirmedAt !== null || now < event.bookUntil) return;
  const { id } = event;
  const verdict = judge(event.minimumSeats, (await countTaken(tx, [id], now))(id));
  if (verdict === 'wait') return;
  if (verdict === 'below') {
    const ended = await endEvent(tx, { event, ending: 'below_minimum', by, now });
    if (!ended.ok) throw new Error(`event ${id} below its minimum: ${ended.error.code}`);
    return;
  }
  if (!(await updateEvent(tx, event, { confirmedAt: now }))) throw new Error(`event ${id} changed meanwhile`);
  await recordAudit(tx, { at: now, ...by, action: 'event.confirm', subjectType: 'event', subjectId: id });
  await tellPages(tx, event);
}
