import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilityFrame } from '@/components/availability/availability-frame';
import { dayNames } from '@/components/availability/day-names';
import { WeekForm } from '@/components/availability/week-form';
import { LowPrices } from '@/components/plans/low-prices';
import { serviceTitle } from '@/components/services/service-title';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { readZoneOptions } from '@/lib/accounts/zone-options';
import { loadPostChoice, loadWeek, type PostInView } from '@/lib/availability/loaders';
import { channels } from '@/lib/availability/rules/terms';
import { formatTimeOfDay } from '@/lib/availability/rules/weekly-ranges';
import { loadMinimums } from '@/lib/plans/loaders';
import { loadCurrency, loadServicesAt } from '@/lib/services/loaders';
import { money } from '@/lib/shared/money';

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
  const [week, services, zones, now, minimums] = await Promise.all([
    loadWeek(post),
    loadServicesAt(post),
    readZoneOptions(locale),
    loadNow(),
    loadMinimums(),
  ]);
  const onSale = services
    .filter(({ isActive }) => isActive)
    // What people pay for comes first; an introduction is no measure of a week.
    .toSorted((a, b) => Number(b.price.amount > 0) - Number(a.price.amount > 0))
    .map(({ id, texts }) => ({ value: id, label: serviceTitle(texts, locale) ?? t('untitled') }));
  const currency = loadCurrency();
  const priced = week.map(({ weekday, startMinute, terms }) => ({
    name: `${dayNames(locale, 'short')[weekday - 1] ?? ''} ${formatTimeOfDay(startMinute)}`,
    price: money(terms?.priceAmount ?? 0, currency),
    minimum: Math.max(...(terms?.channels ?? channels).map((channel) => minimums[channel])),
  }));
  return (
    <>
      <LowPrices of={priced} />
      <WeekForm
        key={`${post.providerId} ${post.specialistId}`}
        post={post}
        week={week}
        services={onSale}
        zones={zones}
        now={now}
        currency={currency}
      />
    </>
  );
}
