import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { NextTimes } from '@/components/booking/next-times';
import { PickedOffer } from '@/components/booking/picked-offer';
import { WhenBlock } from '@/components/booking/when-block';
import { BookingLayout } from '@/components/layout/booking-layout';
import { PageLink } from '@/components/layout/page-link';
import { ActionForm } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { buttonStyles } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { loadClientOrPrepare } from '@/lib/accounts/loaders';
import { holdSlotAction } from '@/lib/booking/actions';
import { pickTime } from '@/lib/booking/loaders';
import { pickedFrom } from '@/lib/booking/rules/picked-from';
import { holdSchema } from '@/lib/booking/schema';
import { pagePath } from '@/lib/i18n/page-path';
import { redirectTo } from '@/lib/i18n/redirect';
import { addMinutes } from '@/lib/shared/time';

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
  const errors = await getTranslations('errors');
  const { slug } = picked.offer.provider;
  const times = {
    pathname: '/advisors/[slug]/times',
    params: { slug },
    query: { service: serviceId, ...(input.data.member && { member: input.data.member }) },
  } as const;
  const other = (
    <PageLink to={times} className={buttonStyles({ variant: 'secondary' })}>
      {t('other')}
    </PageLink>
  );
  return (
    <BookingLayout
      page={{ pathname: '/book/[serviceId]', params: { serviceId }, query }}
      leaveHref={pagePath({ pathname: '/advisors/[slug]', params: { slug } }, locale)}
    >
      <div className="mx-auto grid max-w-[34rem] gap-6">
        <h1 className="font-serif text-h1">{picked.kind === 'ask' ? t('title') : t('heading')}</h1>
        <PickedOffer offer={picked.offer} member={input.data.member} />
        {picked.kind === 'refused' && (
          <>
            <Banner tone="warm" live action={other}>
              {errors(picked.code)}
            </Banner>
            <NextTimes
              serviceId={serviceId}
              member={input.data.member}
              starts={picked.next}
              zone={actor.timeZone ?? 'UTC'}
            />
          </>
        )}
        {picked.kind === 'ask' && (
          <ActionForm action={holdSlotAction} className="grid gap-6">
            <input type="hidden" name="serviceId" value={serviceId} />
            <input type="hidden" name="start" value={picked.start.toISOString()} />
            {input.data.member && <input type="hidden" name="member" value={input.data.member} />}
            <WhenBlock
              start={picked.start}
              end={addMinutes(picked.start, picked.offer.durationMinutes)}
              clientZone={actor.timeZone ?? 'UTC'}
              advisorZone={picked.offer.provider.timeZone}
              advisorName={picked.offer.provider.displayName}
            />
            <p className="text-sm text-ink-2">{t('text')}</p>
            <div className="flex flex-wrap gap-3">
              <SubmitButton>{t('proceed')}</SubmitButton>
              {other}
            </div>
          </ActionForm>
        )}
      </div>
    </BookingLayout>
  );
}
