import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FormSelect, FormTextField } from '@/components/ui/action-form';
import { formatMoney } from '@/components/ui/money-format';
import { decideClaimAction } from '@/lib/claims/actions';
import { claimGrounds } from '@/lib/claims/rules/outcome';
import type { Course } from '@/lib/claims/rules/window';
import type { ClaimView } from '@/lib/claims/types';
import { ClaimDialog } from './claim-dialog';

type DecisionPanelProps = { claim: ClaimView; left: number; course: Course | null };

/** The three ways to decide, each with its amounts and the reasons that both sides will read. */
export function DecisionPanel({ claim, left, course }: DecisionPanelProps) {
  const t = useTranslations('claims.decide');
  const locale = useLocale();
  const { isMediation, currency } = claim;
  const amount = formatMoney({ amount: left, currency }, locale);
  const needsGround = course === 'lateCancel' || course === 'absence';
  const ground = needsGround && <Ground />;
  return (
    <div className="grid gap-3">
      {needsGround && <p className="text-sm text-ink-2">{t('nothingOwed')}</p>}
      {!isMediation && left > 0 && (
        <Decision
          claimId={claim.id}
          verdict="full"
          label={t('full', { amount })}
          text={t('fullText', { amount })}
        >
          {ground}
        </Decision>
      )}
      {!isMediation && left > 1 && (
        <Decision claimId={claim.id} verdict="part" label={t('part')} text={t('partText', { amount })}>
          <FormTextField name="amount" label={t('amount', { currency })} inputMode="decimal" />
          {ground}
        </Decision>
      )}
      <Decision
        claimId={claim.id}
        verdict="none"
        label={t(isMediation ? 'answer' : 'none')}
        text={isMediation ? t('answerText') : t('noneText', { amount })}
      />
    </div>
  );
}

function Ground() {
  const t = useTranslations('claims.decide');
  return (
    <FormSelect
      name="ground"
      label={t('ground')}
      defaultValue=""
      options={[
        { value: '', label: t('groundNone') },
        ...claimGrounds.map((ground) => ({ value: ground, label: t(`grounds.${ground}`) })),
      ]}
    />
  );
}

type DecisionProps = {
  claimId: string;
  verdict: 'full' | 'part' | 'none';
  label: string;
  text: string;
  children?: ReactNode;
};

function Decision({ claimId, verdict, label, text, children }: DecisionProps) {
  const t = useTranslations('claims.decide');
  return (
    <ClaimDialog
      claimId={claimId}
      action={decideClaimAction}
      label={label}
      consequence={text}
      said={t('said')}
      words={{ label: t('reasons'), hint: t('reasonsHint') }}
    >
      <input type="hidden" name="verdict" value={verdict} />
      {children}
    </ClaimDialog>
  );
}
