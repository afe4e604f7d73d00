import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { WithdrawalPage, withdrawalMetadata } from '@/components/booking/withdrawal-page';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { withdrawContractAction } from '@/lib/booking/actions';
import { loadWithdrawableBooking } from '@/lib/booking/withdrawal/loaders';
import { inLanguage } from '@/lib/shared/in-language';
import { money, toCurrency } from '@/lib/shared/money';

export const generateMetadata = withdrawalMetadata;

export default async function BookingWithdrawalPage({
  params,
  searchParams,
}: PageProps<'/[locale]/appointments/[bookingId]/withdraw'>) {
  const [{ bookingId }, { step }] = await Promise.all([params, searchParams]);
  const page = { pathname: '/appointments/[bookingId]/withdraw', params: { bookingId } } as const;
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadWithdrawableBooking(actor, bookingId);
  if (!loaded) notFound();
  const { booking, orderedAt, withdrawal } = loaded;
  return (
    <WithdrawalPage
      actor={actor}
      contract={{
        title: inLanguage(booking.serviceTitles, await getLocale(), booking.serviceTitle),
        seller: booking.sellerName,
        startsAt: booking.startsAt,
        orderedAt,
        price: money(booking.priceAmount, toCurrency(booking.currency)),
        withdrawal,
        zone: booking.clientTimeZone,
      }}
      page={page}
      back={{ pathname: '/appointments/[bookingId]', params: { bookingId } }}
      isDeclared={step === 'confirm'}
      action={withdrawContractAction}
      field={{ name: 'bookingId', value: bookingId }}
    />
  );
}
