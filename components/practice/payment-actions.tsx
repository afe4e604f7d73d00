import { Copy } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { CopyButton } from '@/components/ui/copy-button';
import { Icon } from '@/components/ui/icon';
import { TextInput } from '@/components/ui/input';
import { formatMoney } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import type { BookingView } from '@/lib/booking/types';
import { formatInstant } from '@/lib/i18n/time-format';
import { pageAddress } from '@/lib/i18n/site';
import { recordOfflineAction, takeOutRecordAction } from '@/lib/payments/offline/actions';
import type { OfflineRecord } from '@/lib/payments/offline/types';
import { standingOf } from '@/lib/payments/rules/standing';
import { money, toCurrency } from '@/lib/shared/money';

type PaymentActionsProps = {
  booking: BookingView;
  records: readonly OfflineRecord[];
  payToken: string | null;
  canRecord: boolean;
  zone: string;
};

/** What the provider does about what is outstanding: records what came elsewhere, or hands on the link to pay. */
export function PaymentActions({ booking, records, payToken, canRecord, zone }: PaymentActionsProps) {
  const { payment } = booking;
  if (!payment) return null;
  const { next, outstanding } = standingOf(payment);
  const isOpen = next === 'elsewhere' && booking.status !== 'pending';
  if (canRecord && (isOpen || records.length > 0))
    return (
      <Card className="card-pad grid gap-4">
        {isOpen && (
          <RecordForm paymentId={payment.id} outstanding={outstanding} currency={booking.currency} />
        )}
        <Records paymentId={payment.id} records={records} currency={booking.currency} zone={zone} />
      </Card>
    );
  if (payToken) return <PayLinkCard token={payToken} />;
  return <Waiting next={next} />;
}

type RecordFormProps = { paymentId: string; outstanding: number; currency: string };

function RecordForm({ paymentId, outstanding, currency }: RecordFormProps) {
  const t = useTranslations('practice.payments');
  const format = useFormatter();
  const typed = format.number(outstanding / 100, { minimumFractionDigits: 2, useGrouping: false });
  return (
    <ActionForm action={recordOfflineAction} said={t('recorded')} className="grid gap-3">
      <input type="hidden" name="paymentId" value={paymentId} />
      <h2 className="font-serif text-h3 font-medium">{t('record')}</h2>
      <p className="text-sm text-ink-2">{t('recordText')}</p>
      {/* What is left is offered anew: what was just recorded must not be recorded again. */}
      <FormTextField
        key={outstanding}
        name="amount"
        label={t('amount', { currency })}
        inputMode="decimal"
        defaultValue={typed}
        required
      />
      <div>
        <SubmitButton variant="secondary">{t('save')}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type RecordsProps = {
  paymentId: string;
  records: readonly OfflineRecord[];
  currency: string;
  zone: string;
};

function Records({ paymentId, records, currency, zone }: RecordsProps) {
  const t = useTranslations('practice.payments');
  const tConfirm = useTranslations('ui.confirm');
  const locale = useLocale();
  if (records.length === 0) return null;
  return (
    <ul className="grid divide-y divide-line">
      {records.map((record) => {
        const amount = formatMoney(money(record.amount, toCurrency(currency)), locale);
        const day = formatInstant(record.recordedAt, { locale, zone, style: 'date' });
        return (
          <li key={record.id} className="flex flex-wrap items-center justify-between gap-3 py-2 text-sm">
            <span className={record.isTakenOut ? 'text-ink-3 line-through' : ''}>
              <b className="num font-semibold">{amount}</b> <span className="text-ink-3">{day}</span>
            </span>
            {record.isTakenOut ? (
              <span className="text-ink-3">{t('takenOut')}</span>
            ) : (
              <ConfirmDialog
                trigger={
                  <Button size="sm" variant="ghost">
                    {t('takeOut')}
                  </Button>
                }
                heading={t('takeOut')}
                description={t('takeOutText', { amount })}
                labels={{ confirm: t('takeOut'), keep: tConfirm('keep'), close: tConfirm('close') }}
                foldLook={buttonStyles({ size: 'sm', variant: 'ghost' })}
                action={takeOutRecordAction}
                said={t('takeOutDone')}
              >
                <input type="hidden" name="paymentId" value={paymentId} />
                <input type="hidden" name="recordId" value={record.id} />
              </ConfirmDialog>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function PayLinkCard({ token }: { token: string }) {
  const t = useTranslations('practice.payments');
  const locale = useLocale();
  const address = pageAddress({ pathname: '/pay/[token]', params: { token } }, locale);
  return (
    <Card className="card-pad grid gap-3">
      <h2 className="font-serif text-h3 font-medium">{t('payLink')}</h2>
      <p className="text-sm text-ink-2">{t('payLinkText')}</p>
      <TextInput readOnly value={address} aria-label={t('payLink')} className="text-sm" />
      <div>
        <CopyButton text={address} label={t('copy')} copied={t('copied')} picture={<Icon of={Copy} />} />
      </div>
    </Card>
  );
}

function Waiting({ next }: { next: string }) {
  const t = useTranslations('practice.payments');
  if (next !== 'later' && next !== 'charging') return null;
  return <p className="text-sm text-ink-2">{t(next === 'later' ? 'cardStored' : 'charging')}</p>;
}
