import { useLocale, useTranslations } from 'next-intl';
import { RecentNews } from '@/components/booking/recent-news';
import { eventNewsLines } from '@/components/events/event-news';
import type { NewsItem } from '@/lib/booking/news-loaders';
import type { EventNewsItem } from '@/lib/events/news-loaders';
import { heardByHost } from './heard-news';

type HostNewsProps = { news: readonly NewsItem[]; eventNews: readonly EventNewsItem[]; zone: string };

/** What the provider's side heard lately of sessions and events. */
export function HostNews({ news, eventNews, zone }: HostNewsProps) {
  const t = useTranslations('emails.event');
  const others = eventNewsLines(heardByHost(eventNews), {
    locale: useLocale(),
    headingOf: (of) => t(`${of}.provider.heading`),
    pageOf: (eventId) => ({ pathname: '/practice/events/[eventId]', params: { eventId } }),
  });
  return <RecentNews items={news} others={others} party="provider" zone={zone} />;
}
