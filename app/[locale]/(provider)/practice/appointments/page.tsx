import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { pageNumber } from '@/components/layout/page-number';
import { PracticeShell } from '@/components/layout/practice-shell';
import { MemberFilter } from '@/components/organisations/member-filter';
import { SessionList, SessionTabs } from '@/components/practice/session-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadComingSessions, loadPastSessions } from '@/lib/booking/practice-loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { loadMembers } from '@/lib/organisations/loaders';
import { chosenMember } from '@/lib/organisations/rules/chosen-member';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice.sessions');
  return { title: t('title'), robots: { index: false } };
}

export default async function SessionsPage({ searchParams }: PageProps<'/[locale]/practice/appointments'>) {
  const query = await searchParams;
  const isPast = query.view === 'past';
  const number = pageNumber(query.page);
  const pageAt = (page: number, member?: string) =>
    ({
      pathname: '/practice/appointments',
      query: { view: 'past', page, ...(member && { member }) },
    }) as const;
  const page = isPast ? pageAt(number) : '/practice/appointments';
  const actor = await loadProviderActor(page);
  const [profile, members] = await Promise.all([loadOwnProfile(actor), loadMembers(actor)]);
  const member = chosenMember(members, query.member);
  const { bookings, hasMore } = isPast
    ? await loadPastSessions(actor, number, member)
    : { bookings: await loadComingSessions(actor, member), hasMore: false };
  const t = await getTranslations('practice.sessions');
  const locale = await getLocale();
  const at = (to: number) => pagePath(pageAt(to, member), locale);
  return (
    <PracticeShell actor={actor} current="sessions" page={page}>
      <PageHead heading={t('title')} />
      <MemberFilter
        action={pagePath('/practice/appointments', locale)}
        members={members}
        value={member}
        {...(isPast && { kept: { view: 'past' } })}
      />
      <SessionTabs current={isPast ? 'past' : 'upcoming'} member={member} />
      <div className="mt-5 grid max-w-[52rem] gap-5">
        {bookings.length > 0 ? (
          <SessionList bookings={bookings} zone={profile.timeZone} />
        ) : (
          <EmptyState heading={isPast ? t('emptyPast') : t('empty')}>
            {isPast ? t('emptyPastText') : t('emptyText')}
          </EmptyState>
        )}
        <Pagination
          label={t('pages')}
          previousHref={isPast && number > 1 ? at(number - 1) : undefined}
          nextHref={hasMore ? at(number + 1) : undefined}
        />
      </div>
    </PracticeShell>
  );
}
