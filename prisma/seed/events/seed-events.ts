import type { AccountActor } from '@/lib/access/actor';
import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';
import { readOffers } from '@/lib/services/free-times';
import { money } from '@/lib/shared/money';
import type { Rows } from '../bookings/rows';
import { textsOf } from '../content/events';
import type { DemoSpecialist } from '../people';
import { seedId } from '../seed-id';
import { eventLines } from './plan';
import { eventStory, seatStories } from './story';
import { tellEvent } from './tell-event';

/** Events in every state with their seats and money; they are written together with the bookings. */
export async function addEvents(
  rows: Rows,
  specialists: DemoSpecialist[],
  clients: AccountActor[],
  now: Date,
): Promise<void> {
  for (const line of eventLines) {
    const host = specialists.find(({ content }) => content.slug === line.slug);
    const [sold] = host ? await readOffers(db(), host.providerId) : [];
    if (!host || !sold) throw new Error(`no host ${line.slug}`);
    const { plan, provider } = sold;
    const offer = {
      providerId: host.providerId,
      plan,
      provider,
      vatBps: 0,
      price: money(line.price, env().CURRENCY),
      confirmationMode: 'instant' as const,
    };
    const story = { ...eventStory(line, host, now), offer };
    await tellEvent(rows, story, seatStories(story, clients, now), now);
    const eventId = seedId(`event/${story.key}`);
    rows.eventTexts.push(...textsOf(line.name).map((text) => ({ eventId, ...text })));
  }
}
