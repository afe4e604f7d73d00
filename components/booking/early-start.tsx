import { useLocale, useTranslations } from 'next-intl';
import { PageLink } from '@/components/layout/page-link';
import { Checkbox } from '@/components/ui/choices';
import type { OrderWithdrawal } from '@/lib/booking/rules/withdrawal';
import { formatUntil } from '@/lib/i18n/zoned-time';

type EarlyStartProps = { withdrawal: OrderWithdrawal | null; zone: string };

/** Beside the order button: the right of withdrawal, and the wish that the service begins before its period ends. */
export function EarlyStart({ withdrawal, zone }: EarlyStartProps) {
  const t = useTranslations('withdrawal');
  const locale = useLocale();
  if (!withdrawal) return null;
  const date = formatUntil(withdrawal.until, { locale, zone });
  return (
    <section className="grid gap-3">
      <h2 className="font-serif text-h3 font-medium">{t('early.heading')}</h2>
      <p className="text-sm text-ink-2">
        {withdrawal.keepsLateFee ? t('early.periodLate', { date }) : t('early.period', { date })}{' '}
        <PageLink to="/withdraw" className="link">
          {t('title')}
        </PageLink>
      </p>
      {withdrawal.isEarly && (
        <Checkbox name="earlyStart" required>
          {t('early.consent')}
        </Checkbox>
      )}
    </section>
  );
}
