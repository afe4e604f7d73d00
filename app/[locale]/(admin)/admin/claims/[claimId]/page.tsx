import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Measures } from '@/components/admin/measures';
import { AdminClaim } from '@/components/claims/admin-claim';
import { Queue } from '@/components/claims/queue';
import { AdminShell } from '@/components/layout/admin-shell';
import { PageLink } from '@/components/layout/page-link';
import { loadAdminActor } from '@/lib/accounts/loaders';
import { loadMeasures } from '@/lib/admin/measures/loaders';
import { loadClaimQueue, loadClaimToDecide } from '@/lib/claims/views/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims');
  return { title: t('head'), robots: { index: false } };
}

export default async function AdminClaimPage({ params }: PageProps<'/[locale]/admin/claims/[claimId]'>) {
  const { claimId } = await params;
  const page = { pathname: '/admin/claims/[claimId]', params: { claimId } } as const;
  const actor = await loadAdminActor(page);
  const loaded = await loadClaimToDecide(actor, claimId);
  if (!loaded) notFound();
  const zone = actor.timeZone ?? 'UTC';
  const [{ rows, now, ...numbers }, past, t] = await Promise.all([
    loadClaimQueue(actor, 'waiting'),
    loadMeasures(actor, loaded.claim.providerId),
    getTranslations('claims'),
  ]);
  return (
    <AdminShell actor={actor} current="claims" page={page}>
      <PageLink to="/admin/claims" className="link mb-3 inline-block text-sm min-[85rem]:hidden">
        {t('title')}
      </PageLink>
      <div className="grid gap-8 min-[85rem]:grid-cols-[19rem_minmax(0,1fr)]">
        <div className="max-[85rem]:hidden">
          <Queue
            rows={rows}
            view="waiting"
            numbers={numbers}
            now={now}
            zone={actor.timeZone ?? 'UTC'}
            current={claimId}
          />
        </div>
        <AdminClaim
          {...loaded}
          zone={zone}
          measures={loaded.canDecide && <Measures provider={loaded.claim.provider} past={past} zone={zone} />}
        />
      </div>
    </AdminShell>
  );
}
