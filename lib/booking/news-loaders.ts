import type { AccountActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { readNotifications } from '@/lib/notifications/read-notifications';
import { db } from '@/lib/server/db/client';
import { listNamesOfParties } from './repository';
import { type BookingNews, bookingNews } from './tell-parties';

export type NewsItem = { id: string; news: BookingNews; bookingId: string; otherName: string; at: Date };

const shown = 6;
/** So many are looked at for that. */
const recent = 60;

const newsOf = (kind: string) => bookingNews.find((news) => kind === `booking.${news}`);

/**
 * What happened lately to the bookings of an account, seen from one of its sides, the latest first. What was heard at an
 * organisation is gone for whoever has left it.
 */
export async function loadRecentNews(actor: AccountActor, party: 'client' | 'provider'): Promise<NewsItem[]> {
  const rows = await readNotifications(db(), actor.accountId, { party, about: 'bookingId' }, recent);
  const ids = rows.flatMap(({ bookingId }) => bookingId ?? []);
  const names = new Map((await listNamesOfParties(db(), ids)).map((row) => [row.id, row]));
  const items = rows.flatMap(({ id, kind, bookingId, createdAt }) => {
    const news = newsOf(kind);
    const booking = names.get(bookingId ?? '');
    if (!news || !booking) return [];
    if (party === 'provider' && !can(actor, 'booking:viewAsProvider', booking)) return [];
    const otherName = party === 'client' ? booking.provider.displayName : booking.client.name;
    return [{ id, news, bookingId: booking.id, otherName, at: createdAt }];
  });
  return items.slice(0, shown);
}
