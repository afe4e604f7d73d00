import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { PageLink } from '@/components/layout/page-link';
import { useHref } from '@/components/layout/use-href';
import { ActionForm } from '@/components/ui/action-form';
import { Banner } from '@/components/ui/banner';
import { Button, buttonStyles } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { formatMoney, type MoneyValue } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { Facts } from '@/components/ui/table';
import type { Withdrawal } from '@/lib/booking/rules/withdrawal';
import type { Href } from '@/lib/i18n/page-path';
import { formatUntil, formatZoned } from '@/lib/i18n/zoned-time';

export type WithdrawalView = {
  title: string;
  seller: string;
  startsAt: Date;
  orderedAt: Date;
  price: MoneyValue;
  /** Who declares it, and where the receipt goes. */
  name: string;
  email: string;
  /** What withdrawing now would mean; null: not possible. */
  withdrawal: Withdrawal | null;
  zone: string;
};

export type WithdrawalFormProps = {
  view: WithdrawalView;
  /** The page of this form, and that of the session or seat. */
  page: Href;
  back: Href;
  /** It was declared, and is to be confirmed. */
  isDeclared: boolean;
  action: ComponentProps<typeof ActionForm>['action'];
  /** What it is about. */
  field: { name: 'bookingId' | 'seatId'; value: string };
};

/** Withdrawing from a contract in two steps: declared first, then confirmed. */
export function WithdrawalForm({ view, page, back, isDeclared, action, field }: WithdrawalFormProps) {
  const t = useTranslations('withdrawal.form');
  const href = useHref();
  const { withdrawal } = view;
  if (!withdrawal)
    return (
      <Banner tone="line" heading={t('over')}>
        {t('overText')}
      </Banner>
    );
  const keep = (
    <PageLink to={back} className={buttonStyles({ variant: 'secondary' })}>
      {t('keep')}
    </PageLink>
  );
  return (
    <Card className="card-pad grid gap-5">
      <Declaration view={view} withdrawal={withdrawal} />
      {isDeclared ? (
        <ActionForm action={action} className="grid gap-4">
          <Banner tone="warm" heading={t('sure')}>
            {t('sureText')}
          </Banner>
          <input type="hidden" name={field.name} value={field.value} />
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger">{t('confirm')}</SubmitButton>
            {keep}
          </div>
        </ActionForm>
      ) : (
        <form action={href(page)} className="flex flex-wrap gap-3">
          <input type="hidden" name="step" value="confirm" />
          <Button type="submit">{t('declare')}</Button>
          {keep}
        </form>
      )}
    </Card>
  );
}

function Declaration({ view, withdrawal }: { view: WithdrawalView; withdrawal: Withdrawal }) {
  const t = useTranslations('withdrawal.form');
  const locale = useLocale();
  const { zone, price } = view;
  const written = (at: Date) => formatZoned(at, { locale, zone, style: 'fullDateTime' });
  const amount = formatMoney(price, locale);
  return (
    <>
      <p className="font-semibold">{t('declaration')}</p>
      <Facts
        facts={[
          { term: t('service'), value: view.title },
          { term: t('advisor'), value: view.seller },
          { term: t('start'), value: written(view.startsAt) },
          { term: t('ordered'), value: written(view.orderedAt) },
          { term: t('price'), value: amount },
          { term: t('name'), value: view.name },
          { term: t('mail'), value: view.email },
        ]}
      />
      <p className="text-sm text-ink-2">
        {withdrawal.effect === 'allBack' ? t('allBack') : t('lateFee', { amount })}{' '}
        {t('until', { date: formatUntil(withdrawal.until, { locale, zone }) })}
      </p>
    </>
  );
}
