import { useFormatter, useTranslations } from 'next-intl';
import { Money } from '@/components/ui/money';
import type { MoneyValue } from '@/components/ui/money-format';
import { Facts } from '@/components/ui/table';
import type { VatView } from './types';

/** The tax in a price, in words. */
export function useVatLine(vat: VatView): string {
  const t = useTranslations('booking.price');
  const format = useFormatter();
  if (vat.kind === 'included') {
    return t('vatIncluded', {
      rate: format.number(vat.rateBps / 10_000, { style: 'percent', maximumFractionDigits: 2 }),
    });
  }
  if (vat.kind === 'smallBusiness') return t('smallBusiness');
  return vat.note ?? t('exempt');
}

type PriceTableProps = {
  price: MoneyValue;
  vat: VatView;
  /** What is sold; a session unless told otherwise. */
  term?: string | undefined;
};

/** The price, the tax in it, and the total; the client pays nothing beyond it. One line when it is free. */
export function PriceTable({ price, vat, term }: PriceTableProps) {
  const t = useTranslations('booking.price');
  const vatLine = useVatLine(vat);
  const tDetail = useTranslations('appointments.detail');
  if (price.amount === 0) {
    return (
      <p className="flex items-center justify-between gap-3 font-semibold">
        {term ?? t('session')}
        <span className="font-serif text-h3 font-medium">{tDetail('free')}</span>
      </p>
    );
  }
  return (
    <div className="grid gap-4">
      <Facts
        facts={[
          { term: term ?? t('session'), value: <Money value={price} /> },
          ...(vat.kind === 'included' ? [{ term: vatLine, value: <Money value={vat.amount} /> }] : []),
        ]}
      />
      <p className="flex items-center justify-between gap-3 border-t border-line pt-4">
        <b className="font-semibold">{t('total')}</b>
        <Money value={price} className="font-serif text-h3 font-medium" />
      </p>
      {vat.kind !== 'included' && <p className="-mt-2 text-xs text-ink-3">{vatLine}</p>}
    </div>
  );
}
