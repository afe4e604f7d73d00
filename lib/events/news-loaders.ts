import type { AccountActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { readNotifications } from '@/lib/notifications/read-notifications';
import { db } from '@/lib/server/db/client';
import { listNamed } from './repository';
import type { EventText } from './rules/texts';
import { type EventNews, eventNews } from './tell';

const shown = 6;
/** So many are looked at for that. */
const recent = 60;

export type EventNewsItem = {
  id: string;
  news: EventNews;
  eventId: string;
  at: Date;
  texts: readonly EventText[];
  mainLocale: string;
};

/**
 * What happened lately to events of an account, seen from one of its sides, the latest first. What was heard at an
 * organisation is gone for whoever has left it.
 */
export async function loadRecentEventNews(
  actor: AccountActor,
  party: 'client' | 'provider',
): Promise<EventNewsItem[]> {
  const rows = await readNotifications(db(), actor.accountId, { party, about: 'eventId' }, recent);
  const ids = rows.flatMap(({ eventId }) => eventId ?? []);
  const events = new Map((await listNamed(db(), ids)).map((event) => [event.id, event]));
  const items = rows.flatMap(({ id, kind, eventId, createdAt: at }) => {
    const news = eventNews.find((each) => kind === `event.${each}`);
    const event = events.get(eventId ?? '');
    if (!news || !event) return [];
    if (party === 'provider' && !can(actor, 'event:view', event)) return [];
    const { id: about, texts, mainLocale } = event;
    return [{ id, news, eventId: about, at, texts, mainLocale }];
  });
  return items.slice(0, shown);
}
