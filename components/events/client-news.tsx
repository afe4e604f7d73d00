import { useLocale, useTranslations } from 'next-intl';
import { RecentNews } from '@/components/booking/recent-news';
import { claimNewsLines } from '@/components/claims/claim-news';
import type { NewsItem } from '@/lib/booking/news-loaders';
import type { ClaimNewsItem } from '@/lib/claims/views/news-loaders';
import type { EventNewsItem } from '@/lib/events/news-loaders';
import { eventNewsLines } from './event-news';

type ClientNewsProps = {
  news: readonly NewsItem[];
  eventNews: readonly EventNewsItem[];
  claimNews: readonly ClaimNewsItem[];
  zone: string;
};

/** What a client heard lately of sessions, events and claims. */
export function ClientNews({ news, eventNews, claimNews, zone }: ClientNewsProps) {
  const t = useTranslations('emails');
  const ofEvents = eventNewsLines(eventNews, {
    locale: useLocale(),
    headingOf: (of) => t(`event.${of}.client.heading`),
    pageOf: (eventId) => ({ pathname: '/events/[eventId]', params: { eventId } }),
  });
  const ofClaims = claimNewsLines(claimNews, {
    headingOf: (of) => t(`claim.${of}.client.heading`),
    pageOf: (claimId) => ({ pathname: '/claims/[claimId]', params: { claimId } }),
  });
  return <RecentNews items={news} others={[...ofEvents, ...ofClaims]} party="client" zone={zone} />;
}
