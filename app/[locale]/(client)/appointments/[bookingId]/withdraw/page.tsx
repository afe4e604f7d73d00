import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { WithdrawalForm } from '@/components/booking/withdrawal-form';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { withdrawContractAction } from '@/lib/booking/actions';
import { loadWithdrawableBooking } from '@/lib/booking/withdrawal/loaders';
import { inLanguage } from '@/lib/shared/in-language';
import { money, toCurrency } from '@/lib/shared/money';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('withdrawal');
  return { title: t('title'), robots: { index: false } };
}

export default async function BookingWithdrawalPage({
  params,
  searchParams,
}: PageProps<'/[locale]/appointments/[bookingId]/withdraw'>) {
  const [{ bookingId }, { step }] = await Promise.all([params, searchParams]);
  const page = { pathname: '/appointments/[bookingId]/withdraw', params: { bookingId } } as const;
  const back = { pathname: '/appointments/[bookingId]', params: { bookingId } } as const;
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadWithdrawableBooking(actor, bookingId);
  if (!loaded) notFound();
  const { booking, orderedAt, withdrawal } = loaded;
  const [locale, t] = await Promise.all([getLocale(), getTranslations('withdrawal')]);
  return (
    <ClientShell actor={actor} current="appointments" page={page}>
      <PageLink to={back} className="link mb-3 inline-block text-sm">
        {t('form.back')}
      </PageLink>
      <PageHead heading={t('title')} />
      <div className="max-w-[46rem]">
        <WithdrawalForm
          view={{
            title: inLanguage(booking.serviceTitles, locale, booking.serviceTitle),
            seller: booking.sellerName,
            startsAt: booking.startsAt,
            orderedAt,
            price: money(booking.priceAmount, toCurrency(booking.currency)),
            name: actor.name,
            email: actor.email,
            withdrawal,
            zone: actor.timeZone ?? booking.clientTimeZone,
          }}
          page={page}
          back={back}
          isDeclared={step === 'confirm'}
          action={withdrawContractAction}
          field={{ name: 'bookingId', value: bookingId }}
        />
      </div>
    </ClientShell>
  );
}
