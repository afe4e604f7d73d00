import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { WithdrawalForm } from '@/components/booking/withdrawal-form';
import { ClientShell } from '@/components/layout/client-shell';
import { PageHead } from '@/components/layout/dashboard-shell';
import { PageLink } from '@/components/layout/page-link';
import { loadActorOrSignIn } from '@/lib/accounts/loaders';
import { withdrawSeatAction } from '@/lib/events/actions';
import { shownEventText } from '@/lib/events/rules/texts';
import { loadWithdrawableSeat } from '@/lib/events/seats/withdrawal-loaders';
import { money, toCurrency } from '@/lib/shared/money';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('withdrawal');
  return { title: t('title'), robots: { index: false } };
}

export default async function SeatWithdrawalPage({
  params,
  searchParams,
}: PageProps<'/[locale]/seats/[seatId]/withdraw'>) {
  const [{ seatId }, { step }] = await Promise.all([params, searchParams]);
  const page = { pathname: '/seats/[seatId]/withdraw', params: { seatId } } as const;
  const back = { pathname: '/seats/[seatId]', params: { seatId } } as const;
  const actor = await loadActorOrSignIn(page);
  const loaded = await loadWithdrawableSeat(actor, seatId);
  if (!loaded) notFound();
  const { seat, orderedAt, withdrawal } = loaded;
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
            title: shownEventText(seat.event.texts, locale, seat.event.mainLocale).title,
            seller: seat.sellerName,
            startsAt: seat.event.startsAt,
            orderedAt,
            price: money(seat.priceAmount, toCurrency(seat.currency)),
            name: actor.name,
            email: actor.email,
            withdrawal,
            zone: actor.timeZone ?? seat.clientTimeZone,
          }}
          page={page}
          back={back}
          isDeclared={step === 'confirm'}
          action={withdrawSeatAction}
          field={{ name: 'seatId', value: seatId }}
        />
      </div>
    </ClientShell>
  );
}
