import { notFound } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { WithdrawalPage, withdrawalMetadata } from '@/components/booking/withdrawal-page';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { withdrawSeatAction } from '@/lib/events/actions';
import { shownEventText } from '@/lib/events/rules/texts';
import { loadWithdrawableSeat } from '@/lib/events/seats/withdrawal-loaders';
import { money, toCurrency } from '@/lib/shared/money';

export const generateMetadata = withdrawalMetadata;

export default async function SeatWithdrawalPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seats/[seatId]/withdraw'>) {
  const [{ seatId }, { step }] = await Promise.all([params, searchParams]);
  const page = { pathname: '/seats/[seatId]/withdraw', params: { seatId } } as const;
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadWithdrawableSeat(actor, seatId);
  if (!loaded) notFound();
  const { seat, orderedAt, withdrawal } = loaded;
  return (
    <WithdrawalPage
      actor={actor}
      contract={{
        title: shownEventText(seat.event.texts, await getLocale(), seat.event.mainLocale).title,
        seller: seat.sellerName,
        startsAt: seat.event.startsAt,
        orderedAt,
        price: money(seat.priceAmount, toCurrency(seat.currency)),
        withdrawal,
        zone: seat.clientTimeZone,
      }}
      page={page}
      back={{ pathname: '/seats/[seatId]', params: { seatId } }}
      isDeclared={step === 'confirm'}
      action={withdrawSeatAction}
      field={{ name: 'seatId', value: seatId }}
    />
  );
}
