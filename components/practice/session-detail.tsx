import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { StatusChip } from '@/components/ui/chip';
import { Money } from '@/components/ui/money';
import { Facts } from '@/components/ui/table';
import { formatZoned } from '@/lib/i18n/zoned-time';
import type { BookingView } from '@/lib/booking/types';
import { publicStatus } from '@/lib/booking/view-for-client';
import type { Earning } from '@/lib/payments/earnings/types';
import { standingOf } from '@/lib/payments/rules/standing';
import { money, toCurrency } from '@/lib/shared/money';
import { priceOf } from './booking-facts';

/** Who ended it; what the rules ended, in the words of what happened. */
function useClosing(
  { closedBy, status, priceAmount, payment }: BookingView,
  isProviderAbsent: boolean,
): string | null {
  const t = useTranslations('practice.closed');
  if (!closedBy || status === 'completed' || status === 'missed') return null;
  if (isProviderAbsent) return t('notHeld');
  if (status === 'expired') return t('lapsed');
  if (status === 'rejected' && closedBy === 'client') return t('declined');
  if (closedBy !== 'system') return t(closedBy);
  if (status === 'rejected') return t('unanswered');
  return priceAmount > 0 && payment?.status === 'none' ? t('paymentLost') : t('providerNeverCame');
}

type SessionDetailProps = { booking: BookingView; zone: string; now: Date; isProviderAbsent: boolean };

/** Where a session stands, in words: status, deadlines, who closed it and why, what the client wrote. */
export function SessionDetail({ booking, zone, now, isProviderAbsent }: SessionDetailProps) {
  const t = useTranslations('practice');
  const locale = useLocale();
  const status = publicStatus(booking);
  const closing = useClosing(booking, isProviderAbsent);
  const { answerBy, heldUntil, freeCancelUntil, reason, clientNote, proposalMessage } = booking;
  const written = (at: Date) => formatZoned(at, { locale, zone });
  const isOpen = (status === 'pending' || status === 'accepted') && booking.startsAt > now;
  const isFree = freeCancelUntil !== null && freeCancelUntil >= now;
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-center gap-3">
        {status && <StatusChip status={status} />}
        {status === 'pending' && answerBy && (
          <span className="text-sm text-ink-2">{t('requests.answerBy', { date: written(answerBy) })}</span>
        )}
        {status === 'proposed' && heldUntil && (
          <span className="text-sm text-ink-2">
            {t('detail.proposedUntil', { name: booking.client.name, date: written(heldUntil) })}
          </span>
        )}
        {closing && <span className="text-sm text-ink-2">{closing}</span>}
      </div>
      {reason && (
        <Banner tone="line" heading={t('detail.reason')}>
          {reason}
        </Banner>
      )}
      {proposalMessage && (
        <Banner tone="line" heading={t('detail.yourMessage')}>
          {proposalMessage}
        </Banner>
      )}
      {clientNote && (
        <Banner tone="line" heading={t('detail.message')}>
          {clientNote}
        </Banner>
      )}
      {isOpen && booking.priceAmount > 0 && (
        <p className="text-sm text-ink-2">
          {isFree ? t('detail.freeUntil', { date: written(freeCancelUntil) }) : t('detail.noFree')}
        </p>
      )}
    </div>
  );
}

type SessionMoneyProps = { booking: BookingView; earning: Earning | null };

/** Price, what was paid or reserved, and the advisor's part of it. */
export function SessionMoney({ booking, earning }: SessionMoneyProps) {
  const t = useTranslations('practice.detail');
  const { priceAmount, payment } = booking;
  const amount = (value: number) => <Money value={money(value, toCurrency(booking.currency))} />;
  const standing = payment && standingOf(payment);
  const paid = standing?.paid ?? 0;
  const outstanding = standing?.outstanding ?? 0;
  const refunded = payment?.refundedAmount ?? 0;
  const isReserved = payment?.status === 'authorised';
  const isReturning = payment?.status === 'refunding';
  const hasShare = earning !== null && refunded === 0 && !isReturning && (isReserved || paid > 0);
  const facts = [
    { term: t('price'), value: priceAmount === 0 ? t('free') : <Money value={priceOf(booking)} /> },
    ...(priceAmount > 0
      ? [
          isReserved
            ? { term: t('reserved'), value: amount(priceAmount) }
            : { term: t('paid'), value: amount(paid) },
        ]
      : []),
    ...(outstanding > 0 ? [{ term: t('outstanding'), value: amount(outstanding) }] : []),
    ...(refunded > 0 ? [{ term: t('refunded'), value: amount(refunded) }] : []),
    ...(hasShare
      ? [
          { term: t('commission'), value: amount(-earning.share.commission) },
          { term: t('vat'), value: amount(-earning.share.vat) },
          {
            term: earning.share.isExpected ? t('shareExpected') : t('share'),
            value: amount(earning.share.advisor),
            strong: true,
          },
        ]
      : []),
  ];
  return (
    <Card className="card-pad grid gap-4">
      <h2 className="font-serif text-h3 font-medium">{t('money')}</h2>
      <Facts facts={facts} />
    </Card>
  );
}
