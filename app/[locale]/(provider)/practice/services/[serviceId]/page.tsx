import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PracticeShell } from '@/components/layout/practice-shell';
import { ServiceForm } from '@/components/services/service-form';
import { ServiceSwitch } from '@/components/services/service-list';
import { serviceTitle } from '@/components/services/service-title';
import { WaitingClients } from '@/components/services/waiting-clients';
import { loadProviderActor } from '@/lib/accounts/loaders';
import { loadWaitingFor } from '@/lib/booking/waiting/loaders';
import { loadMemberChoice } from '@/lib/organisations/loaders';
import { loadOwnService } from '@/lib/services/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('services');
  return { title: t('edit'), robots: { index: false } };
}

export default async function ServicePage({ params }: PageProps<'/[locale]/practice/services/[serviceId]'>) {
  const { serviceId } = await params;
  const page = { pathname: '/practice/services/[serviceId]', params: { serviceId } } as const;
  const actor = await loadProviderActor(page);
  const service = await loadOwnService(actor, serviceId);
  const t = await getTranslations('services');
  return (
    <PracticeShell actor={actor} current="services" page={page}>
      <PageHead
        heading={serviceTitle(service.texts, await getLocale()) ?? t('untitled')}
        lede={service.isActive ? t('deactivateNote') : t('inactive')}
        action={<ServiceSwitch service={service} />}
      />
      <ServiceForm
        service={service}
        members={await loadMemberChoice(actor)}
        currency={service.price.currency}
      />
      <WaitingClients entries={await loadWaitingFor(actor, serviceId)} zone={actor.timeZone ?? 'UTC'} />
    </PracticeShell>
  );
}
