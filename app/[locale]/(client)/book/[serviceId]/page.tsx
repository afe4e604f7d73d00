import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { PickedTime } from '@/components/booking/picked-time';
import { BookingLayout } from '@/components/layout/booking-layout';
import { loadClientOrPrepare } from '@/lib/accounts/loaders';
import { pickTime } from '@/lib/booking/loaders';
import { pickedFrom } from '@/lib/booking/rules/picked-from';
import { holdSchema } from '@/lib/booking/schema';
import { pagePath } from '@/lib/i18n/page-path';
import { redirectTo } from '@/lib/i18n/redirect';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.book');
  return { title: t('title'), robots: { index: false } };
}

/** A picked time: holds it and goes on to the summary, or asks first when the click came from elsewhere. */
export default async function BookPage({ params, searchParams }: PageProps<'/[locale]/book/[serviceId]'>) {
  const { serviceId } = await params;
  const { start, channel, member } = await searchParams;
  const query = {
    ...(typeof start === 'string' ? { start } : {}),
    ...(typeof channel === 'string' ? { channel } : {}),
    ...(typeof member === 'string' && member !== '' ? { member } : {}),
  };
  const actor = await loadClientOrPrepare({ pathname: '/book/[serviceId]', params: { serviceId }, query });
  const input = holdSchema.safeParse({ serviceId, ...query });
  if (!input.success) notFound();
  const list = await headers();
  const from = pickedFrom((header) => list.get(header));
  const picked = await pickTime(actor, input.data, from);
  if (!picked) notFound();
  const locale = await getLocale();
  if (picked.kind === 'held') {
    return redirectTo({ pathname: '/checkout/[bookingId]', params: { bookingId: picked.bookingId } }, locale);
  }
  const t = await getTranslations('appointments.book');
  return (
    <BookingLayout
      page={{ pathname: '/book/[serviceId]', params: { serviceId }, query }}
      leaveHref={pagePath(
        { pathname: '/advisors/[slug]', params: { slug: picked.offer.provider.slug } },
        locale,
      )}
    >
      <div className="mx-auto grid max-w-[34rem] gap-6">
        <h1 className="font-serif text-h1">{picked.kind === 'ask' ? t('title') : t('heading')}</h1>
        <PickedTime picked={picked} member={input.data.member} zone={actor.timeZone ?? 'UTC'} />
      </div>
    </BookingLayout>
  );
}
