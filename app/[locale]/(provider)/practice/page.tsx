import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ToAnswer } from '@/components/claims/to-answer';
import { HostNews } from '@/components/hosting/host-news';
import { NextEvent } from '@/components/hosting/next-event';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { PracticeShell } from '@/components/layout/practice-shell';
import { WaitingBanner } from '@/components/payments/earnings/waiting-banner';
import { OwedBanner } from '@/components/plans/owed-banner';
import { Agenda } from '@/components/practice/agenda';
import { AvailableCard } from '@/components/practice/available-card';
import { MeasureBanner } from '@/components/practice/measure-banner';
import { DraftBanner } from '@/components/practice/draft-banner';
import { MoneyCard } from '@/components/practice/money-card';
import { RequestCard } from '@/components/practice/request-list';
import { ToMark } from '@/components/practice/to-mark';
import { buttonStyles } from '@/components/ui/button';
import { formatInstant, localDay } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadOwnMeasure } from '@/lib/admin/measures/loaders';
import { loadAgenda, loadRequests, loadUnmarked } from '@/lib/booking/practice-loaders';
import { loadRecentNews } from '@/lib/booking/news-loaders';
import { loadToAnswer } from '@/lib/claims/views/loaders';
import { loadRecentClaimNews } from '@/lib/claims/views/news-loaders';
import { loadAvailability, loadPublishGaps } from '@/lib/directory/loaders';
import { loadAgendaEvents, loadNextEvent } from '@/lib/events/hosting/loaders';
import { loadRecentEventNews } from '@/lib/events/news-loaders';
import { loadMoneyAtHand } from '@/lib/payments/loaders';
import { loadOwed } from '@/lib/plans/subscriptions/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice.home');
  return { title: t('title'), robots: { index: false } };
}

export default async function PracticePage() {
  const actor = await loadProviderActor('/practice');
  const profile = await loadOwnProfile(actor);
  const zone = profile.timeZone;
  const [
    agenda,
    requests,
    unmarked,
    money,
    gaps,
    news,
    availability,
    nextEvent,
    eventNews,
    claimNews,
    claims,
    measure,
    owed,
    locale,
  ] = await Promise.all([
    loadAgenda(actor, zone),
    loadRequests(actor),
    loadUnmarked(actor),
    actor.provider.role === 'owner' ? loadMoneyAtHand(actor, zone) : null,
    loadPublishGaps(profile),
    loadRecentNews(actor, 'provider'),
    loadAvailability(actor),
    loadNextEvent(actor),
    loadRecentEventNews(actor, 'provider'),
    loadRecentClaimNews(actor, 'provider'),
    loadToAnswer(actor),
    loadOwnMeasure(actor),
    loadOwed(actor),
    getLocale(),
  ]);
  const events = await loadAgendaEvents(actor, agenda.window);
  const t = await getTranslations('practice.home');
  const isToday = (at: Date) => localDay(at, zone) === agenda.today;
  const count = agenda.bookings.filter(
    ({ status, startsAt }) => status !== 'pending' && isToday(startsAt),
  ).length;
  const date = formatInstant(agenda.now, { locale, zone, style: 'longDate' });
  return (
    <PracticeShell actor={actor} current="practice" page="/practice">
      <PageHead
        heading={t('today', { count })}
        lede={
          <span className="block first-letter:uppercase">
            {t('where', { date, zone: zoneName(zone, locale) })}
          </span>
        }
        action={
          <PageLink to="/practice/availability" className={buttonStyles({ variant: 'secondary' })}>
            {t('hours')}
          </PageLink>
        }
      />
      {owed && <OwedBanner owed={owed} zone={zone} />}
      <div className="grid gap-6">
        {measure && <MeasureBanner measure={measure} zone={zone} />}
        <WaitingBanner waiting={money?.waiting ?? null} zone={zone} />
        <ToAnswer claims={claims} zone={zone} />
        <ToMark bookings={unmarked} zone={zone} />
        {profile.status === 'draft' && <DraftBanner gapCount={gaps.length} />}
        <div className="grid items-start gap-6 min-[75rem]:grid-cols-[minmax(0,1fr)_21.5rem]">
          <Agenda {...agenda} events={events} zone={zone} />
          <div className="grid gap-6">
            {profile.status === 'published' && <AvailableCard availability={availability} zone={zone} />}
            <RequestCard bookings={requests} zone={zone} />
            <NextEvent event={nextEvent} zone={zone} now={agenda.now} />
            {money && <MoneyCard totals={money.totals} areDetailsMissing={money.areDetailsMissing} />}
            <HostNews news={news} eventNews={eventNews} claimNews={claimNews} zone={zone} />
          </div>
        </div>
      </div>
    </PracticeShell>
  );
}
