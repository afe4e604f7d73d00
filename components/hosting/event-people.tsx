import { useLocale, useTranslations } from 'next-intl';
import { languageName } from '@/components/directory/names';
import { FormSelect, FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { currencySign } from '@/components/ui/money-format';
import type { loadEventDefaults } from '@/lib/events/hosting/loaders';
import type { OwnEvent } from '@/lib/events/types';
import type { Member } from '@/lib/organisations/types';
import { spokenLanguages } from '@/lib/profiles/rules/spoken-languages';
import type { Currency } from '@/lib/shared/money';
import { writePrice } from '@/lib/shared/price';
import { fixedLook } from './event-times';

export type PeopleProps = {
  event?: OwnEvent | undefined;
  /** Of an organisation: who can hold it. */
  members: readonly Member[] | undefined;
  defaults: Awaited<ReturnType<typeof loadEventDefaults>>;
  currency: Currency;
};

/** Who holds it and in which language, how many come, and for how much. */
export function EventPeople({ event, members, defaults, currency }: PeopleProps) {
  const t = useTranslations('hosting.form');
  const services = useTranslations('services.form');
  const locale = useLocale();
  const own = defaults.spokenLanguages;
  const languages = [...own, ...spokenLanguages.filter((code) => !own.includes(code))];
  return (
    <Card className="card-pad grid gap-5">
      <h2 className="font-serif text-h3 font-medium">{t('people')}</h2>
      <div className="grid gap-5 md:grid-cols-2">
        {members && <Host event={event} members={members} />}
        <FormSelect
          name="language"
          label={t('language')}
          options={languages.map((value) => ({ value, label: languageName(value, locale) }))}
          defaultValue={event?.language ?? own[0] ?? locale}
        />
      </div>
      <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-4">
        <FormTextField
          name="minimumSeats"
          label={t('minimum')}
          hint={t('minimumHint')}
          inputMode="numeric"
          defaultValue={String(event?.minimumSeats ?? 3)}
        />
        <FormTextField
          name="maximumSeats"
          label={t('maximum')}
          hint={t('maximumHint', { count: Math.max(defaults.allowedPlaces, event?.maximumSeats ?? 0) })}
          inputMode="numeric"
          defaultValue={String(event?.maximumSeats ?? Math.min(12, defaults.allowedPlaces))}
        />
        <FormTextField
          name="price"
          label={t('price', { currency: currencySign(currency, locale) })}
          hint={t(event?.isFixed ? 'stays' : 'priceHint')}
          {...(event?.isFixed && { readOnly: true, className: fixedLook })}
          inputMode="decimal"
          defaultValue={event ? writePrice(event.price.amount, locale === 'en' ? '.' : ',') : ''}
        />
        <FormTextField
          name="vatPercent"
          label={services('vat')}
          hint={services('vatHint')}
          inputMode="decimal"
          defaultValue={String((event?.vatBps ?? 0) / 100)}
        />
      </div>
    </Card>
  );
}

function Host({ event, members }: Required<Pick<PeopleProps, 'event'>> & { members: readonly Member[] }) {
  const t = useTranslations('hosting.form');
  const isNamed = event && event.hostId !== event.providerId;
  const chosen = isNamed ? event.hostId : '';
  const isMissing = isNamed && !members.some(({ id }) => id === chosen);
  const options = [
    { value: '', label: t('ourselves') },
    ...members.map(({ id, name }) => ({ value: id, label: name })),
    // Whose profile is suspended is chosen no more, but stays until somebody else is.
    ...(isMissing ? [{ value: chosen, label: event.post?.host ?? '' }] : []),
  ];
  // Somebody who has a seat keeps the host: there is nothing to choose then.
  return (
    <FormSelect
      name="hostId"
      label={t('host')}
      hint={t(event?.isFixed ? 'stays' : 'hostHint')}
      options={event?.isFixed ? options.filter(({ value }) => value === chosen) : options}
      defaultValue={chosen}
    />
  );
}
