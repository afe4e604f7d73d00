import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { MemberFilter } from '@/components/organisations/member-filter';
import { RequestList } from '@/components/practice/request-list';
import { EmptyState } from '@/components/ui/empty-state';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadRequests } from '@/lib/booking/practice-loaders';
import { pagePath } from '@/lib/i18n/page-path';
import { loadMembers } from '@/lib/organisations/loaders';
import { chosenMember } from '@/lib/organisations/rules/chosen-member';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice.requests');
  return { title: t('title'), robots: { index: false } };
}

export default async function RequestsPage({ searchParams }: PageProps<'/[locale]/practice/requests'>) {
  const actor = await loadProviderActor('/practice/requests');
  const [profile, members, asked] = await Promise.all([
    loadOwnProfile(actor),
    loadMembers(actor),
    searchParams,
  ]);
  const member = chosenMember(members, asked.member);
  const requests = await loadRequests(actor, member);
  const t = await getTranslations('practice.requests');
  return (
    <PracticeShell actor={actor} current="requests" page="/practice/requests">
      <PageHead heading={t('title')} lede={t('lede')} />
      <MemberFilter
        action={pagePath('/practice/requests', await getLocale())}
        members={members}
        value={member}
      />
      {requests.length > 0 ? (
        <div className="max-w-[52rem]">
          <RequestList bookings={requests} zone={profile.timeZone} />
        </div>
      ) : (
        <EmptyState heading={t('empty')} picture="/img/cover-talk.svg">
          {t('emptyText')}
        </EmptyState>
      )}
    </PracticeShell>
  );
}
