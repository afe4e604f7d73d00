import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClaimList } from '@/components/claims/claim-list';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { EmptyState } from '@/components/ui/empty-state';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { loadOwnClaims } from '@/lib/claims/views/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims');
  return { title: t('title'), robots: { index: false } };
}

export default async function ClaimsPage() {
  const actor = await loadActorOrSignIn('/claims');
  const [rows, t] = await Promise.all([loadOwnClaims(actor), getTranslations('claims')]);
  return (
    <ClientShell actor={actor} current="claims" page="/claims">
      <PageHead heading={t('title')} lede={t('lede')} />
      <div className="max-w-[60rem]">
        {rows.length > 0 ? (
          <ClaimList rows={rows} zone={actor.timeZone ?? 'UTC'} party="client" />
        ) : (
          <EmptyState heading={t('empty.heading')} picture="/img/cover-talk.svg">
            {t('empty.client')}
          </EmptyState>
        )}
      </div>
    </ClientShell>
  );
}
