import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { type WithdrawableItem, WithdrawalList } from '@/components/booking/withdrawal-list';
import { PageLink } from '@/components/layout/page-link';
import { SiteShell } from '@/components/layout/site-shell';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import type { AccountActor } from '@/lib/access/actor';
import { loadActor } from '@/lib/accounts/loaders';
import { hasWithdrawalRight, loadWithdrawableBookings } from '@/lib/booking/withdrawal/loaders';
import { shownEventText } from '@/lib/events/rules/texts';
import { loadWithdrawableSeats } from '@/lib/events/seats/withdrawal-loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { loadDemoInbox } from '@/lib/notifications/loaders';
import { inLanguage } from '@/lib/shared/in-language';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('withdrawal');
  return { title: t('title'), robots: { index: false } };
}

/** Sessions and seats together, the next start first. */
async function loadItems(actor: AccountActor, locale: string): Promise<WithdrawableItem[]> {
  const [bookings, seats] = await Promise.all([
    loadWithdrawableBookings(actor),
    loadWithdrawableSeats(actor),
  ]);
  const items = [
    ...bookings.map(
      ({ booking, withdrawal: { until } }): WithdrawableItem => ({
        id: booking.id,
        title: inLanguage(booking.serviceTitles, locale, booking.serviceTitle),
        name: booking.provider.displayName,
        startsAt: booking.startsAt,
        until,
        page: { pathname: '/appointments/[bookingId]/withdraw', params: { bookingId: booking.id } },
      }),
    ),
    ...seats.map(
      ({ seat, withdrawal: { until } }): WithdrawableItem => ({
        id: seat.id,
        title: shownEventText(seat.event.texts, locale, seat.event.mainLocale).title,
        name: seat.event.host.name,
        startsAt: seat.event.startsAt,
        until,
        page: { pathname: '/seats/[seatId]/withdraw', params: { seatId: seat.id } },
      }),
    ),
  ];
  return items.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** The function of withdrawal for everybody: contracts of whoever is signed in, the way to sign in for others. */
export default async function WithdrawPage() {
  const [actor, locale, t] = await Promise.all([loadActor(), getLocale(), getTranslations('withdrawal')]);
  const isOn = hasWithdrawalRight();
  const signIn = (
    <PageLink
      to={{ pathname: '/sign-in', query: { next: pagePath('/withdraw', locale) } }}
      className={buttonStyles({ size: 'sm' })}
    >
      {t('signIn')}
    </PageLink>
  );
  return (
    <SiteShell page="/withdraw" demoInboxHref={loadDemoInbox()}>
      <div className="wrap grid max-w-[46rem] gap-6 py-[clamp(2rem,1.5rem+2.5vw,4rem)]">
        <h1 className="font-serif text-h1">{t('title')}</h1>
        <p className="text-ink-2">{isOn ? `${t('lede')} ${t('weekend')}` : t('off')}</p>
        {isOn && actor.kind !== 'account' && <Banner action={signIn}>{t('visitor')}</Banner>}
        {isOn && actor.kind === 'account' && (
          <WithdrawalList items={await loadItems(actor, locale)} zone={actor.timeZone ?? 'UTC'} />
        )}
      </div>
    </SiteShell>
  );
}
