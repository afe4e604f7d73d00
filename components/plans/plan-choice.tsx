import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatMoney } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatInstant } from '@/lib/i18n/time-format';
import { choosePlanAction } from '@/lib/plans/subscriptions/actions';
import type { OwnPlan } from '@/lib/plans/subscriptions/loaders';
import { usePlanWords } from './plan-words';

type PlanChoiceProps = { own: OwnPlan; choice: OwnPlan['choices'][number]; zone: string };

/** The way to another plan: to pay for it, or after a question that says what happens when. */
export function PlanChoice({ own, choice: { plan, change }, zone }: PlanChoiceProps) {
  const t = useTranslations('plan.choose');
  const tConfirm = useTranslations('ui.confirm');
  const locale = useLocale();
  const words = usePlanWords();
  const { subscription } = own;
  const names = {
    plan: words.nameOf(plan.code),
    old: words.nameOf(own.plan.code),
    fee: words.feeOf(plan),
    amount: formatMoney(plan.fee, locale),
    commission: words.commissionOf(plan),
    date: subscription ? formatInstant(subscription.periodEnd, { locale, zone, style: 'date' }) : '',
  };
  const hidden = <input type="hidden" name="planCode" value={plan.code} />;
  if (subscription?.next?.code === plan.code || subscription?.owed) return null;
  if (change === 'subscribe') {
    return (
      <ActionForm action={choosePlanAction} className="grid gap-3">
        {hidden}
        <SubmitButton variant="secondary" block>
          {t('subscribe', names)}
        </SubmitButton>
      </ActionForm>
    );
  }
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" block>
          {t('button', names)}
        </Button>
      }
      heading={t('heading', names)}
      description={t(`texts.${change}`, names)}
      labels={{
        confirm: change === 'now' ? t('payNow', names) : t('button', names),
        keep: tConfirm('keep'),
        close: tConfirm('close'),
      }}
      variant="primary"
      action={choosePlanAction}
      said={t(change === 'now' || change === 'free' ? 'saidNow' : 'saidLater', names)}
      foldLook={buttonStyles({ variant: 'secondary', block: true })}
    >
      {hidden}
    </ConfirmDialog>
  );
}
