import { LoaderCircle, LockKeyhole } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { Icon } from '@/components/ui/icon';
import { formatMoney, type MoneyValue } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { payAtDoorAction } from '@/lib/booking/actions';

type DoorPaymentProps = {
  bookingId: string;
  /** The stored card can be charged, is being charged, or was refused. */
  state: 'stored' | 'charging' | 'refused';
  price: MoneyValue;
};

/** The price is paid before one enters; until then the door stays shut. */
export function DoorPayment({ bookingId, state, price }: DoorPaymentProps) {
  const t = useTranslations('appointments.session');
  const locale = useLocale();
  if (state === 'charging')
    return (
      <Banner icon={LoaderCircle} live>
        {t('charging')}
      </Banner>
    );
  const amount = formatMoney(price, locale);
  return (
    <form action={payAtDoorAction} className="grid gap-4">
      <input type="hidden" name="bookingId" value={bookingId} />
      <Banner tone={state === 'refused' ? 'warm' : 'line'}>
        {state === 'refused' ? t('refused') : t('payText')}
      </Banner>
      <SubmitButton size="lg" block picture={<Icon of={LockKeyhole} />}>
        {state === 'refused' ? t('payCard', { amount }) : t('pay', { amount })}
      </SubmitButton>
    </form>
  );
}
