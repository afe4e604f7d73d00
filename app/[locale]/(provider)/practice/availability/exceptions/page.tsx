import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { AvailabilityFrame } from '@/components/availability/availability-frame';
import { dayNames } from '@/components/availability/day-names';
import { Exceptions } from '@/components/availability/exceptions';
import { loadNow, loadProviderActor } from '@/lib/accounts/loaders';
import { loadBookedDays, loadExceptions, loadPost, type PostInView } from '@/lib/availability/loaders';
import { loadMembers, loadWorkplaces } from '@/lib/organisations/loaders';
import { loadCurrency } from '@/lib/services/loaders';
import { localDate } from '@/lib/shared/time';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('availability.exceptions');
  return { title: t('title'), robots: { index: false } };
}

export default async function ExceptionsPage({
  searchParams,
}: PageProps<'/[locale]/practice/availability/exceptions'>) {
  const { practice, member } = await searchParams;
  const actor = await loadProviderActor('/practice/availability/exceptions');
  const [post, members, workplaces] = await Promise.all([
    loadPost(actor, { practice, member }),
    loadMembers(actor),
    loadWorkplaces(actor),
  ]);
  const isEmpty = actor.provider.kind === 'organisation' && members.length === 0;
  if (!post && !isEmpty) notFound();
  return (
    <AvailabilityFrame actor={actor} current="exceptions" post={post} {...{ members, workplaces }}>
      {post && <Days post={post} />}
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
