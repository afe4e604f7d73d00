import type { EventNewsItem } from '@/lib/events/news-loaders';

/** What the provider's side hears of events; the rest is for those who have a seat. */
const heard = [
  'seatBooked',
  'seatCancelled',
  'seatCancelledLate',
  'seatWithdrawn',
  'cancelled',
  'belowMinimum',
  'hostAbsent',
  'reminder24',
  'reminder1',
] as const satisfies readonly EventNewsItem['news'][];
type HeardNews = EventNewsItem & { news: (typeof heard)[number] };

/** News of events that have words for a host. */
export function heardByHost(items: readonly EventNewsItem[]): HeardNews[] {
  const isHeard = (item: EventNewsItem): item is HeardNews => heard.some((news) => news === item.news);
  return items.filter(isHeard);
}
