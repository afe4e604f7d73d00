import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { FormChoiceCard } from '@/components/ui/form-choice';
import { FormGroup } from '@/components/ui/form-group';
import { formatMoney } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PayoutOutlook } from '@/lib/payments/outlook/types';
import { MOST_ADDRESS_LETTERS } from '@/lib/payments/rules/payment-address';
import { changePaymentAddressAction, choosePayoutScheduleAction } from '@/lib/payments/settings/actions';
import { money } from '@/lib/shared/money';

type PayoutSettingsProps = Pick<PayoutOutlook, 'schedule' | 'offlinePaymentUrl' | 'currency'>;

/** How the practice is paid, and where clients pay it outside the platform. */
export function PayoutSettings({ schedule, offlinePaymentUrl, currency }: PayoutSettingsProps) {
  const t = useTranslations('earnings.settings');
  const locale = useLocale();
  const amount = formatMoney(money(schedule.threshold, currency), locale);
  const choices = [
    {
      value: 'usual',
      heading: t('usual'),
      detail: t('usualText', {
        schedule: schedule.usual === 'per_session' ? t('perSession') : t('twiceMonthly'),
      }),
    },
    { value: 'per_session', heading: t('perSession'), detail: t('perSessionText') },
    { value: 'twice_monthly', heading: t('twiceMonthly'), detail: t('twiceMonthlyText', { amount }) },
  ];
  return (
    <>
      <Card className="card-pad">
        <ActionForm action={choosePayoutScheduleAction} done={t('saved')} className="grid gap-4">
          <FormGroup name="schedule" legend={t('heading')}>
            <div className="grid gap-3">
              {choices.map((choice) => (
                <FormChoiceCard
                  key={choice.value}
                  name="schedule"
                  {...choice}
                  defaultChecked={choice.value === (schedule.chosen ?? 'usual')}
                />
              ))}
            </div>
          </FormGroup>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('save')}
          </SubmitButton>
        </ActionForm>
      </Card>
      <Card className="card-pad grid gap-4">
        <h2 className="font-serif text-h3 font-medium">{t('addressHeading')}</h2>
        <ActionForm action={changePaymentAddressAction} done={t('saved')} className="grid gap-4">
          <FormTextField
            name="url"
            type="url"
            label={t('address')}
            hint={t('addressHint')}
            maxLength={MOST_ADDRESS_LETTERS}
            inputMode="url"
            autoComplete="url"
            defaultValue={offlinePaymentUrl ?? ''}
          />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('addressSave')}
          </SubmitButton>
        </ActionForm>
      </Card>
    </>
  );
}
