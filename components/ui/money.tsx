import clsx from 'clsx';
import { useLocale } from 'next-intl';
import { formatMoney, type MoneyValue } from './money-format';

type MoneyProps = { value: MoneyValue; short?: boolean; className?: string };

/** The only way an amount reaches a page. */
export function Money({ value, short = false, className }: MoneyProps) {
  const locale = useLocale();
  return (
    <span className={clsx('tnum whitespace-nowrap', className)}>{formatMoney(value, locale, { short })}</span>
  );
}
