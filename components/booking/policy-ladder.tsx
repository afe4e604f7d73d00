import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatMoney, type MoneyValue } from '@/components/ui/money-format';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import type { WayToPay } from '@/lib/payments/rules/payment-time';

type PolicyLadderProps = {
  /** Who answers the request; null when booking is instant. */
  answeredBy: string | null;
  freeCancelUntil: Date | null;
  /** Another case in which everything comes back. */
  otherwise?: string;
  price: MoneyValue;
  /** What is not paid at once is not given back either: charged later, or paid to the advisor. */
  way?: WayToPay;
  /** The client's zone, in which the dates are written. */
  zone: string;
};

function Rung({
  heading,
  isFree = false,
  children,
}: {
  heading: ReactNode;
  isFree?: boolean;
  children: ReactNode;
}) {
  return (
    <li
      className={clsx(
        'relative grid ps-5 text-ink-2 before:absolute before:-start-1.75 before:top-1.5 before:size-3 before:rounded-full before:border-2',
        isFree ? 'before:border-accent before:bg-accent' : 'before:border-line-strong before:bg-paper',
      )}
    >
      <b className="font-semibold text-ink">{heading}</b>
      <span>{children}</span>
    </li>
  );
}

const backWords = {
  checkout: 'allBack',
  card: 'nothingDueBack',
  outside: 'nothingDue',
} as const satisfies Record<WayToPay, string>;

/**
 * What cancelling costs, as dated steps with real amounts: free until the deadline, afterwards and
 * for absence the full price. Without a deadline it says that there is no free cancellation.
 */
export function PolicyLadder(props: PolicyLadderProps) {
  const { answeredBy, freeCancelUntil, otherwise, price, way = 'checkout', zone } = props;
  const t = useTranslations('booking.policy');
  const locale = useLocale();
  const amount = formatMoney(price, locale);
  const back = t(backWords[way], { amount });
  return (
    <ol className="ms-1.5 grid gap-3.5 border-s-2 border-line text-sm leading-5.5">
      {answeredBy && (
        <Rung isFree heading={t('unanswered', { name: answeredBy })}>
          {t('withdraw')}
        </Rung>
      )}
      {freeCancelUntil ? (
        <>
          <Rung
            isFree
            heading={t('until', {
              date: formatInstant(freeCancelUntil, { locale, zone, style: 'dateTime' }),
              zone: zoneName(zone, locale),
            })}
          >
            {back}
          </Rung>
          <Rung heading={t('after')}>{t('fullPrice', { amount })}</Rung>
        </>
      ) : (
        <Rung heading={t('never')}>{t('fullPrice', { amount })}</Rung>
      )}
      <Rung heading={t('absence')}>{t('fullPrice', { amount })}</Rung>
      <Rung isFree heading={t('advisor')}>
        {back}
      </Rung>
      {otherwise && (
        <Rung isFree heading={otherwise}>
          {back}
        </Rung>
      )}
    </ol>
  );
}
