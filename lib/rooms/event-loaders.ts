import type { AccountActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { CHECK_IN_OPENS_MINUTES } from '@/lib/booking/rules/outcome';
import { findEventToAttend, readEventTexts } from '@/lib/events/read-attendable';
import { isRoomOpen } from '@/lib/events/rules/outcome';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isId } from '@/lib/shared/ids';
import { addMinutes } from '@/lib/shared/time';
import type { SessionPhase } from './loaders';

/** The room of an event, from the side of whoever looks; null for everybody else, and once it is cancelled. */
export async function loadEventRoom(actor: AccountActor, eventId: string) {
  const event = isId(eventId) ? await findEventToAttend(db(), eventId, actor.accountId) : null;
  if (!event || !can(actor, 'event:attend', event) || event.status === 'cancelled') return null;
  const now = await clock();
  const opensAt = addMinutes(event.startsAt, -CHECK_IN_OPENS_MINUTES);
  const isOver = event.status === 'completed' || now >= event.endsAt;
  const phase: SessionPhase = isOver ? 'over' : isRoomOpen(event, now) ? 'open' : 'early';
  return {
    event,
    texts: await readEventTexts(db(), eventId),
    party: can(actor, 'event:host', event) ? ('provider' as const) : ('client' as const),
    phase,
    opensIn: Math.max(0, opensAt.getTime() - now.getTime()),
  };
}
