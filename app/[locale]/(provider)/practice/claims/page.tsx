import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClaimList } from '@/components/claims/claim-list';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { EmptyState } from '@/components/ui/empty-state';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadPracticeClaims } from '@/lib/claims/views/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims');
  return { title: t('title'), robots: { index: false } };
}

export default async function PracticeClaimsPage() {
  const actor = await loadProviderActor('/practice/claims');
  const [rows, profile, t] = await Promise.all([
    loadPracticeClaims(actor),
    loadOwnProfile(actor),
    getTranslations('claims'),
  ]);
  return (
    <PracticeShell actor={actor} current="claims" page="/practice/claims">
      <PageHead heading={t('title')} lede={t('practiceLede')} />
      <div className="max-w-[60rem]">
        {rows.length > 0 ? (
          <ClaimList rows={rows} zone={profile.timeZone} party="provider" />
        ) : (
          <EmptyState heading={t('empty.heading')} picture="/img/cover-talk.svg">
            {t('empty.provider')}
          </EmptyState>
        )}
      </div>
    </PracticeShell>
  );
}
