import { useLocale, useTranslations } from 'next-intl';
import { RecentNews } from '@/components/booking/recent-news';
import { claimNewsLines } from '@/components/claims/claim-news';
import { eventNewsLines } from '@/components/events/event-news';
import type { NewsItem } from '@/lib/booking/news-loaders';
import type { ClaimNewsItem } from '@/lib/claims/views/news-loaders';
import type { EventNewsItem } from '@/lib/events/news-loaders';
import { heardByHost } from './heard-news';

type HostNewsProps = {
  news: readonly NewsItem[];
  eventNews: readonly EventNewsItem[];
  claimNews: readonly ClaimNewsItem[];
  zone: string;
};

/** What the provider's side heard lately of sessions, events and claims. */
export function HostNews({ news, eventNews, claimNews, zone }: HostNewsProps) {
  const t = useTranslations('emails');
  const ofEvents = eventNewsLines(heardByHost(eventNews), {
    locale: useLocale(),
    headingOf: (of) => t(`event.${of}.provider.heading`),
    pageOf: (eventId) => ({ pathname: '/practice/events/[eventId]', params: { eventId } }),
  });
  const ofClaims = claimNewsLines(claimNews, {
    headingOf: (of) => t(`claim.${of}.provider.heading`),
    pageOf: (claimId) => ({ pathname: '/practice/claims/[claimId]', params: { claimId } }),
  });
  return <RecentNews items={news} others={[...ofEvents, ...ofClaims]} party="provider" zone={zone} />;
}
