import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { PracticeShell } from '@/components/layout/practice-shell';
import { MoveSession } from '@/components/practice/move-session';
import { Instant } from '@/components/ui/instant';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadPracticeAppointment } from '@/lib/booking/practice-loaders';

import { loadOwnProfile } from '@/lib/profiles/loaders';
import { isLocalDate, localDate, localTime } from '@/lib/shared/time';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reschedule');
  return { title: t('title'), robots: { index: false } };
}

const isTime = (text: unknown): text is string => typeof text === 'string' && /^\d\d:\d\d$/.test(text);

/** The provider proposes another time; the agenda leads here with the time to which a session was dragged. */
export default async function PracticeReschedulePage({
  params,
  searchParams,
}: PageProps<'/[locale]/practice/appointments/[bookingId]/reschedule'>) {
  const { bookingId } = await params;
  const { date, time } = await searchParams;
  const page = { pathname: '/practice/appointments/[bookingId]/reschedule', params: { bookingId } } as const;
  const actor = await loadProviderActor(page);
  const { booking, state, now } = await loadPracticeAppointment(actor, bookingId);
  if (!state.canMove) notFound();
  const { timeZone: zone } = await loadOwnProfile(actor);
  const t = await getTranslations('reschedule');
  const { startsAt, client } = booking;
  return (
    <PracticeShell actor={actor} current="sessions" page={page}>
      <PageLink
        to={{ pathname: '/practice/appointments/[bookingId]', params: { bookingId } }}
        className="link mb-3 inline-block text-sm"
      >
        {t('back')}
      </PageLink>
      <PageHead
        heading={t('title')}
        lede={
          <>
            {t('now')} <Instant at={startsAt} zone={zone} showZone="name" />.{' '}
            {t('lede', { name: client.name })}
          </>
        }
      />
      <MoveSession
        bookingId={bookingId}
        name={client.name}
        date={typeof date === 'string' && isLocalDate(date) ? date : localDate(startsAt, zone)}
        time={isTime(time) ? time : localTime(startsAt, zone)}
        today={localDate(now, zone)}
        zone={zone}
        at={startsAt}
      />
    </PracticeShell>
  );
}
