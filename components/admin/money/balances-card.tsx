import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { formatMoney } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { Facts } from '@/components/ui/table';
import { takeOwnMoneyAction } from '@/lib/payments/oversight/actions';
import type { Balances } from '@/lib/payments/oversight/types';
import { type Currency, money } from '@/lib/shared/money';

const assets = ['SP', 'SA', 'BK', 'DR', 'AR'] as const;
const liabilities = ['CP', 'AH', 'AP', 'VO', 'DF'] as const;
const results = ['RC', 'RS', 'XF', 'XD', 'XB'] as const;

type BalancesCardProps = { balances: Balances; own: number; currency: Currency };

/** The accounts of the ledger, and what of the balance the operator may take. */
export function BalancesCard({ balances, own, currency }: BalancesCardProps) {
  const t = useTranslations('adminMoney.balances');
  const locale = useLocale();
  const format = useFormatter();
  const fact = (account: (typeof assets | typeof liabilities | typeof results)[number], sign: 1 | -1) => ({
    term: t(`accounts.${account}`),
    value: <Money value={money((balances[account] ?? 0) * sign + 0, currency)} />,
  });
  return (
    <Card className="card-pad grid gap-5">
      <h2 className="font-serif text-h3 font-medium">{t('heading')}</h2>
      <Facts facts={assets.map((account) => fact(account, 1))} />
      <Facts facts={liabilities.map((account) => fact(account, -1))} />
      <Facts facts={results.map((account) => fact(account, account === 'RC' || account === 'RS' ? -1 : 1))} />
      <div className="grid gap-3 border-t border-line pt-5">
        <h3 className="font-semibold">{t('own', { amount: formatMoney(money(own, currency), locale) })}</h3>
        <p className="text-sm text-ink-2">{t('ownText')}</p>
        {own > 0 && (
          <ActionForm action={takeOwnMoneyAction} said={t('taken')} className="grid gap-3">
            <FormTextField
              name="amount"
              label={t('amount', { currency })}
              inputMode="decimal"
              defaultValue={format.number(own / 100, { minimumFractionDigits: 2, useGrouping: false })}
              required
            />
            <div>
              <SubmitButton variant="secondary">{t('take')}</SubmitButton>
            </div>
          </ActionForm>
        )}
      </div>
    </Card>
  );
}
