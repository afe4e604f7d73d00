import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/components/ui/money-format';
import { formatInstant } from '@/lib/i18n/time-format';
import type { PayoutOutlook } from '@/lib/payments/outlook/types';
import { money } from '@/lib/shared/money';

type NextPayoutProps = { outlook: PayoutOutlook; zone: string; now: Date };

/** When something is paid out next and how much; or what keeps it from being so. */
export function NextPayout({ outlook, zone, now }: NextPayoutProps) {
  const t = useTranslations('earnings.next');
  const locale = useLocale();
  const { next, obstacles, underWay, currency, schedule } = outlook;
  const written = (value: number) => formatMoney(money(value, currency), locale);
  const isBlocked = obstacles.length > 0;
  const how =
    (schedule.chosen ?? schedule.usual) === 'per_session'
      ? t('perSession')
      : t('twiceMonthly', { amount: written(schedule.threshold) });
  return (
    <Card className="card-pad grid content-start gap-2">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      {next && !isBlocked && (
        <p className="grid">
          <Money value={money(next.amount, currency)} className="font-serif text-h2" />
          <span className="text-sm font-semibold">
            {next.at <= now
              ? t('now')
              : t('on', { date: formatInstant(next.at, { locale, zone, style: 'fullDate' }) })}
          </span>
        </p>
      )}
      <div className="grid gap-1 text-sm text-ink-2">
        {isBlocked && (
          <p className="font-semibold text-ink">
            {next ? t('blocked', { amount: written(next.amount) }) : t('blockedNone')}
          </p>
        )}
        {obstacles.map((obstacle) => (
          <p key={obstacle}>{t(`obstacles.${obstacle}`)}</p>
        ))}
        {!next && !isBlocked && <p>{t('none')}</p>}
        {next && next.netted > 0 && <p>{t('netted', { amount: written(next.netted) })}</p>}
        {next && !isBlocked && next.at > now && <p>{t('estimate')}</p>}
        {underWay > 0 && <p>{t('under', { amount: written(underWay) })}</p>}
        <p className="text-ink-3">{how}</p>
      </div>
    </Card>
  );
}
