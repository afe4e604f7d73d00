import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { Facts } from '@/components/ui/table';
import { isRefundUnderWay } from '@/lib/payments/rules/refund';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import { type Currency, money } from '@/lib/shared/money';

type Payment = {
  status: PaymentStatus;
  mode: 'at_booking' | 'before_entry' | 'off_platform';
  amount: number;
  paidAmount: number;
  refundedAmount: number;
  chargedBackAmount: number;
  commissionAmount: number;
  commissionVat: number;
  advisorAmount: number;
  transferredAmount: number;
  refunds: readonly { amount: number; status: string }[];
  booking: { startsAt: Date } | null;
  seat: { startsAt: Date } | null;
};

/** What was asked to go back and has not gone yet. */
const underWayOf = ({ refunds }: Payment) =>
  refunds.reduce((sum, { amount, status }) => sum + (isRefundUnderWay(status) ? amount : 0), 0);

/** Where the money of a payment is, in figures. */
export function PaymentFacts({
  payment,
  currency,
  zone,
}: {
  payment: Payment;
  currency: Currency;
  zone: string;
}) {
  const t = useTranslations('adminMoney.payment');
  const tStates = useTranslations('adminMoney.states');
  const startsAt = payment.booking?.startsAt ?? payment.seat?.startsAt;
  const amounts = [
    ['price', payment.amount],
    ['paid', payment.paidAmount],
    ['refunded', payment.refundedAmount],
    ['underWay', underWayOf(payment)],
    ['chargedBack', payment.chargedBackAmount],
    ['commission', payment.commissionAmount],
    ['vat', payment.commissionVat],
    ['advisor', payment.advisorAmount],
    ['transferred', payment.transferredAmount],
  ] as const;
  return (
    <Card className="card-pad grid gap-4">
      <h2 className="font-serif text-h3 font-medium">{tStates(payment.status)}</h2>
      <Facts
        facts={[
          { term: t('mode'), value: t(`modes.${payment.mode}`) },
          ...(startsAt
            ? [{ term: t('start'), value: <Instant at={startsAt} zone={zone} style="date" /> }]
            : []),
          ...amounts
            .filter(([key, value]) => value !== 0 || key === 'price' || key === 'paid')
            .map(([key, value]) => ({ term: t(key), value: <Money value={money(value, currency)} /> })),
        ]}
      />
    </Card>
  );
}
