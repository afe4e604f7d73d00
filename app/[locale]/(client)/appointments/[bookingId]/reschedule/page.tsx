import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MoveTerms } from '@/components/booking/move-terms';
import { TimesToMove } from '@/components/booking/times-to-move';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { Instant } from '@/components/ui/instant';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadTimesToMove } from '@/lib/booking/reschedule/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reschedule');
  return { title: t('title'), robots: { index: false } };
}

/** The free times to which a client may propose to move a session. */
export default async function ReschedulePage({
  params,
  searchParams,
}: PageProps<'/[locale]/appointments/[bookingId]/reschedule'>) {
  const { bookingId } = await params;
  const { from } = await searchParams;
  const page = { pathname: '/appointments/[bookingId]/reschedule', params: { bookingId } } as const;
  const actor = await loadActorOrSignIn(page);
  const zone = actor.timeZone ?? 'UTC';
  const times = await loadTimesToMove(actor, bookingId, {
    from: typeof from === 'string' ? from : undefined,
    zone,
  });
  if (!times) notFound();
  const t = await getTranslations('reschedule');
  const name = times.booking.provider.displayName;
  return (
    <ClientShell actor={actor} current="appointments" page={page}>
      <PageLink
        to={{ pathname: '/appointments/[bookingId]', params: { bookingId } }}
        className="link mb-3 inline-block text-sm"
      >
        {t('back')}
      </PageLink>
      <PageHead
        heading={t('title')}
        lede={
          <>
            {t('now')} <Instant at={times.booking.startsAt} zone={zone} showZone="name" />.{' '}
            {t('lede', { name })}
          </>
        }
      />
      <MoveTerms terms={times.terms} freeUntil={times.booking.freeCancelUntil} zone={zone} />
      <TimesToMove bookingId={bookingId} name={name} zone={zone} {...times} />
    </ClientShell>
  );
}
