import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Queue } from '@/components/claims/queue';
import { AdminShell } from '@/components/layout/admin-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { loadAdminActor } from '@/lib/accounts/loaders';
import { queueSchema } from '@/lib/claims/schema';
import { loadClaimQueue } from '@/lib/claims/views/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('claims');
  return { title: t('title'), robots: { index: false } };
}

export default async function ClaimQueuePage({ searchParams }: PageProps<'/[locale]/admin/claims'>) {
  const actor = await loadAdminActor('/admin/claims');
  const { view } = queueSchema.parse(await searchParams);
  const [{ rows, now, ...numbers }, t] = await Promise.all([
    loadClaimQueue(actor, view),
    getTranslations('claims'),
  ]);
  const page = { pathname: '/admin/claims', query: view === 'waiting' ? {} : { view } } as const;
  return (
    <AdminShell actor={actor} current="claims" page={page}>
      <PageHead heading={t('title')} lede={t('queue.lede')} />
      <div className="max-w-[52rem]">
        <Queue rows={rows} view={view} numbers={numbers} now={now} zone={actor.timeZone ?? 'UTC'} />
      </div>
    </AdminShell>
  );
}
