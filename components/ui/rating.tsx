import { Star } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';

/** Stars with one decimal and the number of reviews; under three reviews it says that it is new. */
export function Rating({ average, count }: { average: number; count: number }) {
  const format = useFormatter();
  const t = useTranslations('ui.rating');
  if (count < 3) return <span className="text-sm text-ink-3">{t('new')}</span>;
  const figure = format.number(average, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <span className="tnum inline-flex items-center gap-1.5 text-sm whitespace-nowrap">
      <Star aria-hidden="true" className="size-[0.9375rem] fill-rating stroke-rating" />
      <b className="font-semibold">{figure}</b>
      <span className="text-ink-3">
        <span aria-hidden="true">({format.number(count)})</span>
        <span className="sr-only">{t('reviews', { count })}</span>
      </span>
    </span>
  );
}
