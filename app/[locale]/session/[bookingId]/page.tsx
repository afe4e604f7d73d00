import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AskAgain } from '@/components/ui/ask-again';
import { WhenBlock } from '@/components/booking/when-block';
import { BookingLayout } from '@/components/layout/booking-layout';
import { DoorPayment } from '@/components/rooms/door-payment';
import { Presence } from '@/components/rooms/presence';
import { Banner } from '@/components/ui/banner';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { loadSession } from '@/lib/rooms/loaders';
import { isErrorCode } from '@/lib/shared/errors';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.detail');
  return { title: t('head'), robots: { index: false } };
}

/** Where both sides check in at the time of the session; what becomes of it is decided from that. */
export default async function SessionPage({
  params,
  searchParams,
}: PageProps<'/[locale]/session/[bookingId]'>) {
  const { bookingId } = await params;
  const { here, error } = await searchParams;
  const page = { pathname: '/session/[bookingId]', params: { bookingId } } as const;
  const actor = await loadActorOrSignIn(page);
  const session = await loadSession(actor, bookingId);
  if (!session) notFound();
  const t = await getTranslations('appointments.session');
  const tErrors = await getTranslations('errors');
  const { booking, party, phase, otherName, zone, otherZone, opensIn, door } = session;
  const pathname = party === 'client' ? '/appointments/[bookingId]' : '/practice/appointments/[bookingId]';
  const leaveHref = pagePath({ pathname, params: { bookingId } }, await getLocale());
  return (
    <BookingLayout page={page} leaveHref={leaveHref}>
      <div className="mx-auto grid max-w-[36rem] gap-6">
        <h1 className="font-serif text-h1">{t('title', { name: otherName })}</h1>
        <p className="lede">{t('lede')}</p>
        <WhenBlock
          start={booking.startsAt}
          end={booking.endsAt}
          clientZone={zone}
          advisorZone={otherZone}
          advisorName={otherName}
        />
        {isErrorCode(error) && <Banner tone="warm">{tErrors(error)}</Banner>}
        {phase === 'early' && <Banner>{t('tooEarly')}</Banner>}
        {phase === 'over' && <Banner tone="line">{t('over')}</Banner>}
        {phase === 'none' && <Banner tone="line">{t('notAccepted')}</Banner>}
        {/* Whoever waits for the door to open is shown how to pay then. */}
        {door && phase === 'early' && <AskAgain everyMs={Math.min(opensIn + 500, 2 ** 31 - 1)} />}
        {door && phase === 'open' && (
          <>
            <DoorPayment bookingId={bookingId} {...door} />
            {door.state === 'charging' && <AskAgain everyMs={1500} />}
          </>
        )}
        {(phase === 'open' || phase === 'early') && !door && (
          <Presence
            room={{ bookingId }}
            opensInMs={opensIn}
            isHere={here === '1' && phase === 'open'}
            labels={{
              enter: t('enter'),
              stay: t('stay'),
              leave: t('leave'),
              present: t('present'),
              failed: t('failed'),
              over: t('over'),
            }}
          />
        )}
      </div>
    </BookingLayout>
  );
}
