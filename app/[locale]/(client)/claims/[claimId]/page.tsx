import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ClaimPage, ClaimTitle } from '@/components/claims/claim-page';
import { ClientPanel } from '@/components/claims/client-panel';
import { ClientShell } from '@/components/layout/client-shell';
import { PageLink } from '@/components/layout/page-link';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { isOpen, loadOwnClaim } from '@/lib/claims/views/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims');
  return { title: t('head'), robots: { index: false } };
}

export default async function OwnClaimPage({ params }: PageProps<'/[locale]/claims/[claimId]'>) {
  const { claimId } = await params;
  const page = { pathname: '/claims/[claimId]', params: { claimId } } as const;
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadOwnClaim(actor, claimId);
  if (!loaded) notFound();
  const t = await getTranslations('claims');
  const { claim } = loaded;
  return (
    <ClientShell actor={actor} current="claims" page={page}>
      <PageLink to="/claims" className="link mb-3 inline-block text-sm">
        {t('title')}
      </PageLink>
      <ClaimTitle claim={claim} other={claim.provider.name} you="client" />
      <ClaimPage
        {...loaded}
        you="client"
        zone={actor.timeZone ?? 'UTC'}
        canWrite={isOpen(claim.status)}
        panel={isOpen(claim.status) && <ClientPanel {...loaded} />}
      />
    </ClientShell>
  );
}
