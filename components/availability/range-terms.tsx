'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useAnswer } from '@/components/ui/action-form';
import { Checkbox } from '@/components/ui/choices';
import { currencySign } from '@/components/ui/money-format';
import { TextField } from '@/components/ui/text-field';
import { rangeField } from '@/lib/availability/rules/hours-form';
import { channels } from '@/lib/availability/rules/terms';
import { usePriceWords } from './price-words';
import type { Row } from './week-rows';

type RangeTermsProps = {
  list: string;
  index: number;
  row?: Row;
  onChange?: (changed: Partial<Row>) => void;
  /** What is wrong with the price, where no form around says so. */
  priceError?: string | undefined;
};

/** Price and ways to meet of one range; what stays empty is the service's. */
export function RangeTerms({ list, index, row, onChange, priceError }: RangeTermsProps) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const { currency } = usePriceWords();
  const name = rangeField(list, index, 'price');
  const { id, error, typed } = useAnswer(name);
  const ticked = (channel: (typeof channels)[number], isTicked: boolean) =>
    onChange?.({
      channels: channels.filter((one) => (one === channel ? isTicked : row?.channels.includes(one))),
    });
  return (
    <div className="grid gap-4 rounded-md bg-sunken p-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <TextField
        id={id}
        name={name}
        label={t('price')}
        note={currency && currencySign(currency, locale)}
        inputMode="decimal"
        placeholder={t('asService')}
        error={priceError ?? error}
        {...(row
          ? { value: row.price, onChange: (event) => onChange?.({ price: event.target.value }) }
          : { defaultValue: typed ?? '' })}
      />
      <fieldset className="grid content-start gap-2.5">
        <legend className="mb-1.5 text-sm font-medium">{t('channelsLabel')}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {channels.map((channel) => (
            <Checkbox
              key={channel}
              name={`${rangeField(list, index, 'channels')}[]`}
              value={channel}
              {...(row && {
                checked: row.channels.includes(channel),
                onChange: (event) => ticked(channel, event.target.checked),
              })}
            >
              {t(`channels.${channel}`)}
            </Checkbox>
          ))}
        </div>
        <p className="text-xs text-ink-3">{t('termsHint')}</p>
      </fieldset>
    </div>
  );
}
