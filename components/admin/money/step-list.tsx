import { useTranslations } from 'next-intl';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { Instant } from '@/components/ui/instant';
import { isPaymentStatus } from '@/lib/payments/rules/status';

type Step = {
  id: string;
  at: Date;
  action: string;
  party: 'client' | 'provider' | 'system' | 'admin';
  toStatus: string | null;
};

/** What happened to a payment, by whom, and where it led. */
export function StepList({ steps, zone }: { steps: readonly Step[]; zone: string }) {
  const t = useTranslations('adminMoney.payment');
  const tStates = useTranslations('adminMoney.states');
  return (
    <Card>
      <CardHead heading={t('steps')} />
      <CardList>
        {steps.map(({ id, at, action, party, toStatus }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-3 text-sm">
            <span className="grid">
              <b className="font-semibold">
                {toStatus && isPaymentStatus(toStatus) ? tStates(toStatus) : t('noted')}
              </b>
              <code className="text-xs text-ink-3">{action}</code>
            </span>
            <span className="text-ink-3">
              {t(`parties.${party}`)}, <Instant at={at} zone={zone} style="date" />
            </span>
          </li>
        ))}
      </CardList>
    </Card>
  );
}
