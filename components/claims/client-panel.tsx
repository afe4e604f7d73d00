import { useLocale, useTranslations } from 'next-intl';
import { FileField } from '@/components/files/file-field';
import { formatMoney } from '@/components/ui/money-format';
import { acceptAnswerAction, contestAnswerAction, withdrawClaimAction } from '@/lib/claims/actions';
import type { LoadedClaim } from '@/lib/claims/views/loaders';
import { ClaimDialog } from './claim-dialog';

/** What the client can say now: that it is solved, or not. */
export function ClientPanel({ claim, left }: Pick<LoadedClaim, 'claim' | 'left'>) {
  const t = useTranslations('claims.reply');
  const locale = useLocale();
  const rest = formatMoney({ amount: left, currency: claim.currency }, locale);
  const { id: claimId, isMediation } = claim;
  const consequence = isMediation ? t('closes') : t('releases', { amount: rest });
  if (claim.status === 'answered')
    return (
      <div className="grid gap-3">
        <p className="text-sm text-ink-2">
          {t('ask')} {t('silence')}
        </p>
        <ClaimDialog
          claimId={claimId}
          action={acceptAnswerAction}
          label={t('solved')}
          consequence={consequence}
          said={t('saidSolved')}
          variant="primary"
        />
        <ClaimDialog
          claimId={claimId}
          action={contestAnswerAction}
          label={t('notSolved')}
          consequence={t('toTeam')}
          said={t('saidNotSolved')}
          words={{ label: t('why'), hint: t('whyHint') }}
          files={<FileField />}
        />
      </div>
    );
  return (
    <ClaimDialog
      claimId={claimId}
      action={withdrawClaimAction}
      label={t('withdraw')}
      consequence={consequence}
      said={t('saidSolved')}
    />
  );
}
