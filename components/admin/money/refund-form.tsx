import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { FormTextField } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatMoney } from '@/components/ui/money-format';
import { refundByAdminAction } from '@/lib/payments/oversight/actions';
import { type Currency, money } from '@/lib/shared/money';

type RefundFormProps = { paymentId: string; most: number; currency: Currency };

/** Gives back all or a part of a payment, after a question. */
export function RefundForm({ paymentId, most, currency }: RefundFormProps) {
  const t = useTranslations('adminMoney.refund');
  const tConfirm = useTranslations('ui.confirm');
  const locale = useLocale();
  const format = useFormatter();
  return (
    <Card className="card-pad grid gap-3">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      <p className="text-sm text-ink-2">
        {t('text', { amount: formatMoney(money(most, currency), locale) })}
      </p>
      <div>
        <ConfirmDialog
          trigger={<Button variant="dangerQuiet">{t('give')}</Button>}
          heading={t('heading')}
          description={t('question')}
          labels={{ confirm: t('give'), keep: tConfirm('keep'), close: tConfirm('close') }}
          foldLook={buttonStyles({ variant: 'dangerQuiet' })}
          action={refundByAdminAction}
          said={t('given')}
        >
          <input type="hidden" name="paymentId" value={paymentId} />
          <FormTextField
            name="amount"
            label={t('amount', { currency })}
            inputMode="decimal"
            defaultValue={format.number(most / 100, { minimumFractionDigits: 2, useGrouping: false })}
            required
          />
        </ConfirmDialog>
      </div>
    </Card>
  );
}
