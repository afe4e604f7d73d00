import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilityFrame } from '@/components/availability/availability-frame';
import { WeekForm } from '@/components/availability/week-form';
import { serviceTitle } from '@/components/services/service-title';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { readZoneOptions } from '@/lib/accounts/zone-options';
import { loadPostChoice, loadWeek, type PostInView } from '@/lib/availability/loaders';
import { loadCurrency, loadServicesAt } from '@/lib/services/loaders';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('availability');
  return { title: t('title'), robots: { index: false } };
}

export default async function AvailabilityPage({
  searchParams,
}: PageProps<'/[locale]/practice/availability'>) {
  const actor = await loadProviderActor('/practice/availability');
  const choice = await loadPostChoice(actor, await searchParams);
  return (
    <AvailabilityFrame actor={actor} current="week" {...choice}>
      {choice.post && <Week post={choice.post} />}
    </AvailabilityFrame>
  );
}

async function Week({ post }: { post: PostInView }) {
  const locale = await getLocale();
  const t = await getTranslations('availability');
  const [week, services, zones, now] = await Promise.all([
    loadWeek(post),
    loadServicesAt(post),
    readZoneOptions(locale),
    loadNow(),
  ]);
  const onSale = services
    .filter(({ isActive }) => isActive)
    // What people pay for comes first; an introduction is no measure of a week.
    .toSorted((a, b) => Number(b.price.amount > 0) - Number(a.price.amount > 0))
    .map(({ id, texts }) => ({ value: id, label: serviceTitle(texts, locale) ?? t('untitled') }));
  return (
    <WeekForm
      key={`${post.providerId} ${post.specialistId}`}
      post={post}
      week={week}
      services={onSale}
      zones={zones}
      now={now}
      currency={loadCurrency()}
    />
  );
}
