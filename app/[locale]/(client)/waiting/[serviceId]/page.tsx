import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PickedOffer } from '@/components/booking/picked-offer';
import { WaitForm } from '@/components/booking/wait-form';
import { BookingLayout } from '@/components/layout/booking-layout';
import { loadClientOrPrepare } from '@/lib/accounts/loaders';
import { loadWaitOffer } from '@/lib/booking/waiting/loaders';
import { pagePath } from '@/lib/i18n/page-path';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('waiting');
  return { title: t('title'), robots: { index: false } };
}

/** The days within which somebody waits for a place of a service. */
export default async function WaitPage({ params }: PageProps<'/[locale]/waiting/[serviceId]'>) {
  const { serviceId } = await params;
  const page = { pathname: '/waiting/[serviceId]', params: { serviceId } } as const;
  const actor = await loadClientOrPrepare(page);
  const loaded = await loadWaitOffer(actor, serviceId);
  if (!loaded) notFound();
  const { slug } = loaded.offer.provider;
  const t = await getTranslations('waiting');
  return (
    <BookingLayout
      page={page}
      leaveHref={pagePath({ pathname: '/advisors/[slug]', params: { slug } }, await getLocale())}
    >
      <div className="mx-auto grid max-w-[34rem] gap-6">
        <h1 className="font-serif text-h1">{t('title')}</h1>
        <PickedOffer offer={loaded.offer} />
        <p className="text-ink-2">{t('how')}</p>
        <WaitForm {...loaded} />
      </div>
    </BookingLayout>
  );
}
