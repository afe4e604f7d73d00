import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { EventList, EventTabs } from '@/components/hosting/event-list';
import { NewEventLink } from '@/components/hosting/new-event-link';
import { PageHead } from '@/components/layout/dashboard-shell';
import { pageNumber } from '@/components/layout/page-number';
import { PracticeShell } from '@/components/layout/practice-shell';
import { LowPrices } from '@/components/plans/low-prices';
import { EmptyState } from '@/components/ui/empty-state';
import { ListZone } from '@/components/ui/instant';
import { Pagination } from '@/components/ui/pagination';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { loadComingEvents, loadPastEvents } from '@/lib/events/hosting/loaders';
import { shownEventText } from '@/lib/events/rules/texts';
import { pagePath } from '@/lib/i18n/page-path';
import { loadMinimums } from '@/lib/plans/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hosting');
  return { title: t('title'), robots: { index: false } };
}

const pastAt = (page: number) => ({ pathname: '/practice/events', query: { view: 'past', page } }) as const;

export default async function EventsPage({ searchParams }: PageProps<'/[locale]/practice/events'>) {
  const query = await searchParams;
  const isPast = query.view === 'past';
  const number = pageNumber(query.page);
  const page = isPast ? pastAt(number) : '/practice/events';
  const actor = await loadProviderActor(page);
  const [t, now, { timeZone: zone }, minimums] = await Promise.all([
    getTranslations('hosting'),
    loadNow(),
    loadOwnProfile(actor),
    loadMinimums(),
  ]);
  const { drafts, coming } = isPast ? { drafts: [], coming: [] } : await loadComingEvents(actor);
  const past = isPast ? await loadPastEvents(actor, number) : { events: [], hasMore: false };
  const all = [...drafts, ...coming, ...past.events];
  const locale = await getLocale();
  const at = (to: number) => pagePath(pastAt(to), locale);
  return (
    <PracticeShell actor={actor} current="events" page={page}>
      <PageHead heading={t('title')} lede={t('lede')} action={<NewEventLink />} />
      <EventTabs current={isPast ? 'past' : 'upcoming'} />
      <div className="mt-5 grid max-w-[60rem] gap-6">
        <LowPrices
          of={[...drafts, ...coming]
            .filter(({ isFixed }) => !isFixed)
            .map(({ texts, mainLocale, price }) => ({
              name: shownEventText(texts, locale, mainLocale).title || t('untitled'),
              price,
              minimum: minimums.event,
            }))}
        />
        {all.length === 0 && (
          <EmptyState
            heading={t(isPast ? 'empty.past' : 'empty.heading')}
            picture="/img/cover-talk.svg"
            action={!isPast && <NewEventLink />}
          >
            {t(isPast ? 'empty.pastText' : 'empty.text')}
          </EmptyState>
        )}
        <EventList heading={t('drafts')} events={drafts} zone={zone} now={now} />
        <EventList heading={t('coming')} events={coming} zone={zone} now={now} />
        <EventList events={past.events} zone={zone} now={now} />
        <ListZone zone={zone} at={all[0]?.startsAt} />
        <Pagination
          label={t('pages')}
          previousHref={isPast && number > 1 ? at(number - 1) : undefined}
          nextHref={past.hasMore ? at(number + 1) : undefined}
        />
      </div>
    </PracticeShell>
  );
}
