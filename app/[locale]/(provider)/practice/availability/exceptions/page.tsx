import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilityFrame } from '@/components/availability/availability-frame';
import { dayNames } from '@/components/availability/day-names';
import { Exceptions } from '@/components/availability/exceptions';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { loadBookedDays, loadExceptions, loadPostChoice, type PostInView } from '@/lib/availability/loaders';
import { loadCurrency } from '@/lib/services/loaders';
import { localDate } from '@/lib/shared/time';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('availability.exceptions');
  return { title: t('title'), robots: { index: false } };
}

export default async function ExceptionsPage({
  searchParams,
}: PageProps<'/[locale]/practice/availability/exceptions'>) {
  const actor = await loadProviderActor('/practice/availability/exceptions');
  const choice = await loadPostChoice(actor, await searchParams);
  return (
    <AvailabilityFrame actor={actor} current="exceptions" {...choice}>
      {choice.post && <Days post={choice.post} />}
    </AvailabilityFrame>
  );
}

async function Days({ post }: { post: PostInView }) {
  const now = await loadNow();
  const today = localDate(now, post.zone);
  const [exceptions, booked] = await Promise.all([loadExceptions(post, today), loadBookedDays(post, now)]);
  return (
    <Exceptions
      key={`${post.providerId} ${post.specialistId}`}
      post={post}
      exceptions={exceptions}
      booked={booked}
      today={today}
      shortNames={dayNames(await getLocale(), 'short')}
      currency={loadCurrency()}
    />
  );
}
