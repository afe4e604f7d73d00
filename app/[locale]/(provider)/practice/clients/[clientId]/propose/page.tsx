import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { PracticeShell } from '@/components/layout/practice-shell';
import { ProposalForm } from '@/components/practice/proposal-form';
import { EmptyState } from '@/components/ui/empty-state';
import { buttonStyles } from '@/components/ui/button';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { loadMemberChoice } from '@/lib/organisations/loaders';
import { loadOwnProfile } from '@/lib/profiles/loaders';
import { loadClient } from '@/lib/relationships/loaders';
import { loadOwnServices } from '@/lib/services/loaders';
import { localDate } from '@/lib/shared/time';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('clients.file');
  return { title: t('propose'), robots: { index: false } };
}

export default async function ProposePage({
  params,
}: PageProps<'/[locale]/practice/clients/[clientId]/propose'>) {
  const { clientId } = await params;
  const page = { pathname: '/practice/clients/[clientId]/propose', params: { clientId } } as const;
  const actor = await loadProviderActor(page);
  const client = await loadClient(actor, clientId);
  if (!client.isActive) notFound();
  const [services, members, { timeZone: zone }, now] = await Promise.all([
    loadOwnServices(actor),
    loadMemberChoice(actor),
    loadOwnProfile(actor),
    loadNow(),
  ]);
  const t = await getTranslations('clients.propose');
  return (
    <PracticeShell actor={actor} current="clients" page={page}>
      <PageLink
        to={{ pathname: '/practice/clients/[clientId]', params: { clientId } }}
        className="link mb-3 inline-block text-sm"
      >
        {client.name}
      </PageLink>
      <PageHead heading={t('title', { name: client.name })} lede={t('lede')} />
      {services.length > 0 ? (
        <ProposalForm
          client={client}
          services={services}
          members={members}
          zone={zone}
          today={localDate(now, zone)}
        />
      ) : (
        <EmptyState
          heading={t('noServiceHead')}
          action={
            <PageLink to="/practice/services" className={buttonStyles({})}>
              {t('toServices')}
            </PageLink>
          }
        >
          {t('noService')}
        </EmptyState>
      )}
    </PracticeShell>
  );
}
