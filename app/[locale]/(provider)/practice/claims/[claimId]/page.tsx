import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AnswerPanel } from '@/components/claims/answer-panel';
import { ClaimPage, ClaimTitle } from '@/components/claims/claim-page';
import { PageLink } from '@/components/layout/page-link';
import { PracticeShell } from '@/components/layout/practice-shell';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { isOpen, loadPracticeClaim } from '@/lib/claims/views/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims');
  return { title: t('head'), robots: { index: false } };
}

export default async function PracticeClaimPage({
  params,
}: PageProps<'/[locale]/practice/claims/[claimId]'>) {
  const { claimId } = await params;
  const page = { pathname: '/practice/claims/[claimId]', params: { claimId } } as const;
  const actor = await loadProviderActor(page);
  const loaded = await loadPracticeClaim(actor, claimId);
  if (!loaded) notFound();
  const [profile, t] = await Promise.all([loadOwnProfile(actor), getTranslations('claims')]);
  const { claim, canAnswer } = loaded;
  const canAct = canAnswer && isOpen(claim.status);
  return (
    <PracticeShell actor={actor} current="claims" page={page}>
      <PageLink to="/practice/claims" className="link mb-3 inline-block text-sm">
        {t('title')}
      </PageLink>
      <ClaimTitle claim={claim} other={claim.client.name} you={canAct && 'provider'} />
      <ClaimPage
        {...loaded}
        you="provider"
        zone={profile.timeZone}
        canWrite={canAct}
        panel={canAct && <AnswerPanel {...loaded} />}
      />
    </PracticeShell>
  );
}
