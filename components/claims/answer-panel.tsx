import { useLocale, useTranslations } from 'next-intl';
import { FileField } from '@/components/files/file-field';
import { FormTextField } from '@/components/ui/action-form';
import { formatMoney } from '@/components/ui/money-format';
import { answerClaimAction } from '@/lib/claims/actions';
import type { Course } from '@/lib/claims/rules/window';
import type { LoadedClaim } from '@/lib/claims/views/loaders';
import { ClaimDialog } from './claim-dialog';

type AnswerPanelProps = Pick<LoadedClaim, 'claim' | 'left'> & { course: Course | null };

/** What the provider can answer now; each says what it moves before it moves. */
export function AnswerPanel({ claim, left, course }: AnswerPanelProps) {
  const t = useTranslations('claims.answer');
  const locale = useLocale();
  const { id: claimId, isMediation, status, currency, client } = claim;
  const amount = formatMoney({ amount: left, currency }, locale);
  const isFirst = status === 'opened';
  const words = { label: t('words'), hint: t('wordsHint') };
  const isDue = claim.money?.status === 'due' || claim.money?.status === 'charging';
  return (
    <div className="grid gap-3">
      {course && course !== 'held' && <p className="text-sm text-ink-2">{t('nothingOwed')}</p>}
      {!isMediation && left > 0 && (
        <Answer verdict="full" label={t('full', { amount })} {...{ claimId, words }} variant="primary">
          {t('fullText', { amount, name: client.name })}
        </Answer>
      )}
      {isFirst && !isMediation && left > 1 && !isDue && (
        <Answer
          verdict="part"
          label={t('part')}
          {...{ claimId, words }}
          amountLabel={t('amount', { currency })}
        >
          {t('partText', { amount, name: client.name })}
        </Answer>
      )}
      {isFirst && (
        <Answer verdict="none" label={t(isMediation ? 'explain' : 'none')} {...{ claimId, words }}>
          {t(isMediation ? 'explainText' : 'noneText', { name: client.name })}
        </Answer>
      )}
    </div>
  );
}

type AnswerProps = {
  claimId: string;
  verdict: 'full' | 'part' | 'none';
  label: string;
  words: { label: string; hint: string };
  variant?: 'primary' | 'secondary';
  amountLabel?: string;
  children: string;
};

function Answer({ claimId, verdict, label, words, variant, amountLabel, children }: AnswerProps) {
  const t = useTranslations('claims.answer');
  return (
    <ClaimDialog
      claimId={claimId}
      action={answerClaimAction}
      label={label}
      consequence={children}
      said={t('said')}
      words={words}
      files={<FileField />}
      {...(variant && { variant })}
    >
      <input type="hidden" name="verdict" value={verdict} />
      {amountLabel && <FormTextField name="amount" label={amountLabel} inputMode="decimal" />}
    </ClaimDialog>
  );
}
