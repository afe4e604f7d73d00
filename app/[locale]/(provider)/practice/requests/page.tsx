import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { RequestList } from '@/components/practice/request-list';
import { EmptyState } from '@/components/ui/empty-state';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadRequests } from '@/lib/booking/practice-loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice.requests');
  return { title: t('title'), robots: { index: false } };
}

export default async function RequestsPage() {
  const actor = await loadProviderActor('/practice/requests');
  const [requests, profile] = await Promise.all([loadRequests(actor), loadOwnProfile(actor)]);
  const t = await getTranslations('practice.requests');
  return (
    <PracticeShell actor={actor} current="requests" page="/practice/requests">
      <PageHead heading={t('title')} lede={t('lede')} />
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
