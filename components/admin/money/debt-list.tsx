import { useLocale, useTranslations } from 'next-intl';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card, CardHead, CardList } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { formatMoney } from '@/components/ui/money-format';
import { formatZoned } from '@/lib/i18n/zoned-time';
import { writeOffDebtAction } from '@/lib/payments/oversight/actions';
import type { OpenDebt } from '@/lib/payments/oversight/types';
import { money } from '@/lib/shared/money';

/** What providers owe, and giving it up. */
export function DebtList({ debts, zone }: { debts: readonly OpenDebt[]; zone: string }) {
  const t = useTranslations('adminMoney.debts');
  return (
    <Card>
      <CardHead heading={t('heading')} />
      {debts.length === 0 ? (
        <p className="px-[clamp(1.125rem,0.9rem+0.8vw,1.5rem)] pb-5 text-sm text-ink-2">{t('empty')}</p>
      ) : (
        <CardList>
          {debts.map((debt) => (
            <li key={debt.id}>
              <Debt debt={debt} zone={zone} />
            </li>
          ))}
        </CardList>
      )}
    </Card>
  );
}

function Debt({ debt, zone }: { debt: OpenDebt; zone: string }) {
  const t = useTranslations('adminMoney.debts');
  const tConfirm = useTranslations('ui.confirm');
  const locale = useLocale();
  const amount = formatMoney(money(debt.open, debt.currency), locale);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="grid min-w-0 flex-1 basis-52 wrap-anywhere">
        <b className="font-semibold">{debt.providerName}</b>
        <span className="text-sm text-ink-2">
          {t(`kinds.${debt.kind}`)}, {t('from', { date: formatZoned(debt.dueAt, { locale, zone }) })}
        </span>
      </div>
      <b className="tnum font-semibold">{amount}</b>
      <ConfirmDialog
        trigger={
          <Button variant="dangerQuiet" size="sm">
            {t('writeOff')}
          </Button>
        }
        heading={t('writeOff')}
        description={t('writeOffText', { amount, name: debt.providerName })}
        labels={{ confirm: t('writeOff'), keep: tConfirm('keep'), close: tConfirm('close') }}
        foldLook={buttonStyles({ variant: 'dangerQuiet', size: 'sm' })}
        action={writeOffDebtAction}
        said={t('writtenOff')}
      >
        <input type="hidden" name="debtId" value={debt.id} />
      </ConfirmDialog>
    </div>
  );
}
