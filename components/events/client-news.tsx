import { useLocale, useTranslations } from 'next-intl';
import { RecentNews } from '@/components/booking/recent-news';
import type { NewsItem } from '@/lib/booking/news-loaders';
import type { EventNewsItem } from '@/lib/events/news-loaders';
import { eventNewsLines } from './event-news';

type ClientNewsProps = { news: readonly NewsItem[]; eventNews: readonly EventNewsItem[]; zone: string };

/** What a client heard lately of sessions and events. */
export function ClientNews({ news, eventNews, zone }: ClientNewsProps) {
  const t = useTranslations('emails.event');
  const others = eventNewsLines(eventNews, {
    locale: useLocale(),
    headingOf: (of) => t(`${of}.client.heading`),
    pageOf: (eventId) => ({ pathname: '/events/[eventId]', params: { eventId } }),
  });
  return <RecentNews items={news} others={others} party="client" zone={zone} />;
}
