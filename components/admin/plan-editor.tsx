import { CircleCheckBig, CircleDashed } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { usePlanWords } from '@/components/plans/plan-words';
import { FormTextField } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { FormBox } from '@/components/ui/form-choice';
import { formatMoney } from '@/components/ui/money-format';
import { Facts } from '@/components/ui/table';
import { editPlanAction, switchPlanAction } from '@/lib/admin/actions';
import type { PlanForAdmin } from '@/lib/plans/loaders';
import { defaultPlanCode, planAllows, planFeatures } from '@/lib/plans/rules/plans';
import { type Money, money } from '@/lib/shared/money';
import { writePrice } from '@/lib/shared/price';

type PlanEditorProps = { of: PlanForAdmin; example: Money };

/** A plan as the operator sees it: terms, who holds it, what a session leaves, and the ways to change it. */
export function PlanEditor({ of: { plan, holders, margin }, example }: PlanEditorProps) {
  const t = useTranslations('admin.plans');
  const terms = useTranslations('plan');
  const locale = useLocale();
  const words = usePlanWords();
  const amount = (cents: number) => formatMoney(money(cents, plan.fee.currency), locale);
  const adds = words.featuresOf(plan);
  return (
    <Card className="card-pad grid content-start gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-serif text-h3 font-medium">{words.nameOf(plan.code)}</h2>
        {plan.isActive ? (
          <Chip icon={CircleCheckBig} className="bg-accepted-soft text-accepted">
            {t('on')}
          </Chip>
        ) : (
          <Chip icon={CircleDashed} className="bg-cancelled-soft text-cancelled">
            {t('off')}
          </Chip>
        )}
      </div>
      <Facts
        facts={[
          { term: terms('fee'), value: words.feeOf(plan) },
          { term: terms('commission'), value: words.commissionOf(plan) },
          { term: terms('adds'), value: adds.length > 0 ? adds.join(', ') : t('nothing') },
          { term: t('holders'), value: t('holdersCount', { count: holders }) },
          {
            term: t('margin', { price: formatMoney(example, locale) }),
            value: t('marginParts', {
              margin: amount(margin.margin),
              commission: amount(margin.commission),
              cost: amount(margin.cost),
            }),
          },
        ]}
      />
      <div className="flex flex-wrap gap-3">
        {/* Another version is another question: a dialog that was open for the old one closes. */}
        <EditDialog key={`edit ${plan.version}`} plan={plan} />
        {plan.code !== defaultPlanCode && <SwitchDialog key={`switch ${plan.version}`} plan={plan} />}
      </div>
    </Card>
  );
}

type DialogProps = { plan: PlanForAdmin['plan'] };

function Hidden({ plan }: DialogProps) {
  return (
    <>
      <input type="hidden" name="planCode" value={plan.code} />
      <input type="hidden" name="version" value={plan.version} />
    </>
  );
}

function EditDialog({ plan }: DialogProps) {
  const t = useTranslations('admin.plans');
  const terms = useTranslations('plan.features');
  const tConfirm = useTranslations('ui.confirm');
  const locale = useLocale();
  const words = usePlanWords();
  const name = words.nameOf(plan.code);
  const mark = locale === 'en' ? '.' : ',';
  return (
    <ConfirmDialog
      trigger={
        <Button variant="secondary" size="sm" aria-label={t('editNamed', { name })}>
          {t('edit')}
        </Button>
      }
      heading={t('editHeading', { name })}
      description={t('editText')}
      labels={{ confirm: t('save'), keep: tConfirm('keep'), close: tConfirm('close') }}
      variant="primary"
      action={editPlanAction}
      said={t('saved', { name })}
      foldLook={buttonStyles({ variant: 'secondary', size: 'sm' })}
    >
      <Hidden plan={plan} />
      {plan.feeInterval ? (
        <FormTextField
          name="fee"
          label={t(`fees.${plan.feeInterval}`)}
          inputMode="decimal"
          defaultValue={writePrice(plan.fee.amount, mark)}
        />
      ) : (
        <input type="hidden" name="fee" value="0" />
      )}
      <FormTextField
        name="commission"
        label={t('commission')}
        inputMode="decimal"
        defaultValue={writePrice(plan.commissionBps, mark)}
      />
      <FormBox name="vatIncluded" defaultChecked={plan.isCommissionVatIncluded}>
        {t('vatIncluded')}
      </FormBox>
      <FormBox name="advisorBearsFee" defaultChecked={plan.advisorBearsFee}>
        {t('advisorBearsFee')}
      </FormBox>
      {planFeatures.map((feature) => (
        <FormBox key={feature} name="features[]" value={feature} defaultChecked={planAllows(plan, feature)}>
          {terms(feature)}
        </FormBox>
      ))}
    </ConfirmDialog>
  );
}

function SwitchDialog({ plan }: DialogProps) {
  const t = useTranslations('admin.plans');
  const tConfirm = useTranslations('ui.confirm');
  const words = usePlanWords();
  const name = words.nameOf(plan.code);
  const way = plan.isActive ? 'switchOff' : 'switchOn';
  return (
    <ConfirmDialog
      trigger={
        <Button
          variant={plan.isActive ? 'dangerQuiet' : 'secondary'}
          size="sm"
          aria-label={t(`${way}.named`, { name })}
        >
          {t(`${way}.button`)}
        </Button>
      }
      heading={t(`${way}.heading`, { name })}
      description={t(`${way}.text`)}
      labels={{ confirm: t(`${way}.button`), keep: tConfirm('keep'), close: tConfirm('close') }}
      variant={plan.isActive ? 'danger' : 'primary'}
      action={switchPlanAction}
      said={t(`${way}.said`, { name })}
      foldLook={buttonStyles({ variant: plan.isActive ? 'dangerQuiet' : 'secondary', size: 'sm' })}
    >
      <Hidden plan={plan} />
      {!plan.isActive && <input type="hidden" name="on" value="on" />}
    </ConfirmDialog>
  );
}
