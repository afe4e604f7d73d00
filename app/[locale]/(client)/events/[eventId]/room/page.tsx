import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { WhenBlock } from '@/components/booking/when-block';
import { BookingLayout } from '@/components/layout/booking-layout';
import { Presence } from '@/components/rooms/presence';
import { Banner } from '@/components/ui/banner';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { shownEventText } from '@/lib/events/rules/texts';
import { type Href, pagePath } from '@/lib/i18n/page-path';
import { loadEventRoom } from '@/lib/rooms/event-loaders';
import { isErrorCode } from '@/lib/shared/errors';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('events');
  return { title: t('title'), robots: { index: false } };
}

/** Where host and participants check in at the time of an event; what becomes of it is decided from that. */
export default async function EventRoomPage({
  params,
  searchParams,
}: PageProps<'/[locale]/events/[eventId]/room'>) {
  const { eventId } = await params;
  const { here, error } = await searchParams;
  const page = { pathname: '/events/[eventId]/room', params: { eventId } } as const;
  const actor = await loadActorOrSignIn(page);
  const room = await loadEventRoom(actor, eventId);
  if (!room) notFound();
  const locale = await getLocale();
  const t = await getTranslations('appointments.session');
  const tRoom = await getTranslations('seats.room');
  const tErrors = await getTranslations('errors');
  const { event, texts, party, phase, opensIn } = room;
  const { title } = shownEventText(texts, locale, event.mainLocale);
  const zone = actor.timeZone ?? 'UTC';
  const back: Href =
    party === 'client' ? '/appointments' : { pathname: '/practice/events/[eventId]', params: { eventId } };
  return (
    <BookingLayout page={page} leaveHref={pagePath(back, locale)}>
      <div className="mx-auto grid max-w-[36rem] gap-6">
        <h1 className="font-serif text-h1">{title}</h1>
        <p className="lede">{party === 'client' ? tRoom('lede') : tRoom('ledeHost')}</p>
        <WhenBlock
          start={event.startsAt}
          end={event.endsAt}
          clientZone={zone}
          advisorZone={zone}
          advisorName=""
        />
        {isErrorCode(error) && <Banner tone="warm">{tErrors(error)}</Banner>}
        {phase === 'early' && <Banner>{t('tooEarly')}</Banner>}
        {phase === 'over' && <Banner tone="line">{tRoom('over')}</Banner>}
        {(phase === 'open' || phase === 'early') && (
          <Presence
            room={{ eventId }}
            opensInMs={opensIn}
            isHere={here === '1' && phase === 'open'}
            labels={{
              enter: t('enter'),
              stay: t('stay'),
              leave: tRoom('leave'),
              present: tRoom('present'),
              failed: t('failed'),
              over: tRoom('over'),
            }}
          />
        )}
      </div>
    </BookingLayout>
  );
}
