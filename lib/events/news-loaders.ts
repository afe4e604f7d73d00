import type { AccountActor } from '@/lib/access/actor';
import { readNotifications } from '@/lib/notifications/read-notifications';
import { db } from '@/lib/server/db/client';
import { listNamed } from './repository';
import type { EventText } from './rules/texts';
import { type EventNews, eventNews } from './tell';

const shown = 6;

export type EventNewsItem = {
  id: string;
  news: EventNews;
  eventId: string;
  at: Date;
  texts: readonly EventText[];
  mainLocale: string;
};

/** What happened lately to events of an account, seen from one of its sides, the latest first. */
export async function loadRecentEventNews(
  actor: AccountActor,
  party: 'client' | 'provider',
): Promise<EventNewsItem[]> {
  const rows = await readNotifications(db(), actor.accountId, { party, about: 'eventId' }, shown);
  const ids = rows.flatMap(({ eventId }) => eventId ?? []);
  const events = new Map((await listNamed(db(), ids)).map((event) => [event.id, event]));
  return rows.flatMap(({ id, kind, eventId, createdAt: at }) => {
    const news = eventNews.find((each) => kind === `event.${each}`);
    const event = events.get(eventId ?? '');
    if (!news || !event) return [];
    const { id: about, ...named } = event;
    return [{ id, news, eventId: about, at, ...named }];
  });
}
