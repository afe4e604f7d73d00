import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/banner';
import { formatMoney } from '@/components/ui/money-format';
import { isBelowMinimum } from '@/lib/plans/rules/minimum-price';
import { type Money, money } from '@/lib/shared/money';

type Priced = { name: string; price: Money; minimum: number };

/** Prices that the operator would not let be saved any more, each with its minimum; nothing where there is none. */
export function LowPrices({ of }: { of: readonly Priced[] }) {
  const t = useTranslations('plan.lowPrices');
  const locale = useLocale();
  const low = of.filter(({ price, minimum }) => isBelowMinimum(price.amount, minimum));
  const [first] = low;
  if (!first) return null;
  const minimums = [...new Set(low.map(({ minimum }) => minimum))].toSorted((a, b) => a - b);
  const named = (minimum: number) =>
    new Intl.ListFormat(locale).format(
      low.filter((each) => each.minimum === minimum).map(({ name }) => name),
    );
  return (
    <Banner tone="warm" heading={t('heading')}>
      {minimums.map((minimum) => (
        <p key={minimum}>
          {t('text', {
            minimum: formatMoney(money(minimum, first.price.currency), locale),
            names: named(minimum),
          })}
        </p>
      ))}
    </Banner>
  );
}
