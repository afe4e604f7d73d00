import { CircleAlert, CircleCheckBig, ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AskAgain } from '@/components/ui/ask-again';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { SubmitButton } from '@/components/ui/submit-button';
import { openDashboardAction, startOnboardingAction } from '@/lib/payments/connect/actions';
import type { PayoutOutlook } from '@/lib/payments/outlook/types';

type PayoutAccountCardProps = {
  account: PayoutOutlook['account'];
  /** What the payment service still wants to know. */
  requirements: PayoutOutlook['requirements'];
  /** The provider comes back from the hosted onboarding, or could not be sent there. */
  news?: 'back' | 'failed' | undefined;
};

/** Whether money can be paid out, and the way to the payment service. */
export function PayoutAccountCard({ account, requirements, news }: PayoutAccountCardProps) {
  const t = useTranslations('earnings.account');
  const tTopics = useTranslations('earnings.topics');
  const isReady = account === 'ready';
  const text = {
    none: t('none'),
    incomplete: news === 'back' ? t('checking') : t('incomplete'),
    ready: t('complete'),
  }[account];
  return (
    <Card className="card-pad grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
        {isReady ? (
          <Chip icon={CircleCheckBig} className="bg-accepted-soft text-accepted">
            {t('ready')}
          </Chip>
        ) : (
          <Chip icon={CircleAlert} className="bg-pending-soft text-pending">
            {t('notReady')}
          </Chip>
        )}
      </div>
      {news === 'failed' && (
        <Banner tone="danger" live>
          {t('failed')}
        </Banner>
      )}
      <p className="text-sm text-ink-2">{text}</p>
      {news === 'back' && !isReady && <AskAgain everyMs={1500} times={15} />}
      {!isReady && requirements.length > 0 && (
        <div className="grid gap-1 text-sm text-ink-2">
          <p>{tTopics('intro')}</p>
          <ul className="list-disc ps-5">
            {requirements.map((topic) => (
              <li key={topic}>{tTopics(topic)}</li>
            ))}
          </ul>
        </div>
      )}
      <form action={isReady ? openDashboardAction : startOnboardingAction}>
        <SubmitButton variant={isReady ? 'secondary' : 'primary'} picture={<Icon of={ExternalLink} />} block>
          {isReady ? t('dashboard') : account === 'none' ? t('start') : t('resume')}
        </SubmitButton>
      </form>
    </Card>
  );
}
