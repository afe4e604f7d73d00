import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { eventGraph } from '@/components/events/event-graph';
import { EventPage } from '@/components/events/event-page';
import { viewEvent } from '@/components/events/event-view';
import { JsonLd } from '@/components/layout/json-ld';
import { MissingPage, missingMetadata } from '@/components/layout/missing-page';
import { excerpt, pageMetadata } from '@/components/layout/page-metadata';
import { SiteShell } from '@/components/layout/site-shell';
import { readPublicEvent } from '@/lib/events/cache';
import { locales } from '@/lib/i18n/routing';
import { siteAddress } from '@/lib/i18n/site';
import { formatInstant } from '@/lib/i18n/time-format';
import { loadDemoInbox } from '@/lib/notifications/loaders';

// Static, made by the first request: a build needs no database (docs/decisions/005).
export const dynamic = 'error';
export const generateStaticParams = () => [];

type Props = PageProps<'/[locale]/events/[eventId]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { eventId } = await params;
  const event = await readPublicEvent(eventId);
  if (!event) return missingMetadata();
  const locale = await getLocale();
  const t = await getTranslations('seo.event');
  const { title, start, zone, host, description } = viewEvent(event, locale);
  return pageMetadata({
    site: siteAddress(),
    page: { pathname: '/events/[eventId]', params: { eventId } },
    locale,
    title: t('title', { title, name: host.name }),
    description: excerpt(`${formatInstant(start, { locale, zone, style: 'fullDateTime' })}. ${description}`),
    translated: locales.filter((one) => event.texts.some((text) => text.locale === one)),
  });
}

export default async function Page({ params }: Props) {
  const { eventId } = await params;
  const event = await readPublicEvent(eventId);
  if (!event) return <MissingPage />;
  const locale = await getLocale();
  const t = await getTranslations('events');
  const view = viewEvent(event, locale);
  return (
    <SiteShell
      page={{ pathname: '/events/[eventId]', params: { eventId } }}
      current="events"
      demoInboxHref={loadDemoInbox()}
    >
      <JsonLd graph={eventGraph(view, { site: siteAddress(), locale, name: t('title') })} />
      <EventPage event={view} />
    </SiteShell>
  );
}
