import { useLocale, useTranslations } from 'next-intl';
import { languageNames } from '@/components/layout/languages';
import { ActionForm, FormSelect, FormTextArea, FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { currencySign } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Locale, locales } from '@/lib/i18n/routing';
import type { Member } from '@/lib/organisations/types';
import { changeServiceAction, createServiceAction } from '@/lib/services/actions';
import type { Currency } from '@/lib/shared/money';
import { writePrice } from '@/lib/shared/price';
import { serviceKinds } from '@/lib/services/schema';
import type { OwnService } from '@/lib/services/types';
import { ServiceChannels, ServiceMembers, ServiceModes } from './service-choices';
import { ServiceTimes } from './service-times';

type ServiceFormProps = {
  service?: OwnService;
  /** Of an organisation: who can give it. */
  members?: readonly Member[] | undefined;
  currency: Currency;
};

/** A service, new or known. Languages with a title stand first, the reader's own at the top. */
export function ServiceForm({ service, members, currency }: ServiceFormProps) {
  const t = useTranslations('services.form');
  return (
    <ActionForm action={service ? changeServiceAction : createServiceAction} className="grid gap-6">
      {service && <input type="hidden" name="serviceId" value={service.id} />}
      <Card className="card-pad grid gap-5">
        <div className="grid gap-1">
          <h2 className="font-serif text-h3 font-medium">{t('texts')}</h2>
          <p className="text-sm text-ink-2">{t('textsNote')}</p>
        </div>
        <div className="grid gap-6 xl:grid-cols-2">
          {locales.map((locale) => (
            <Texts key={locale} locale={locale} service={service} />
          ))}
        </div>
      </Card>
      <Card className="card-pad grid gap-5">
        <h2 className="font-serif text-h3 font-medium">{t('terms')}</h2>
        <Terms service={service} currency={currency} />
        <ServiceChannels service={service} />
        <ServiceModes service={service} />
        {members && <ServiceMembers service={service} members={members} />}
        <p className="text-sm text-ink-2">{t('payment')}</p>
      </Card>
      <ServiceTimes service={service} />
      <SubmitButton className="justify-self-start" size="lg">
        {service ? t('save') : t('create')}
      </SubmitButton>
    </ActionForm>
  );
}

type Of = { service: OwnService | undefined };

function Texts({ locale, service }: Of & { locale: Locale }) {
  const t = useTranslations('services.form');
  const text = service?.texts.find((one) => one.locale === locale);
  return (
    <fieldset className="grid min-w-0 content-start gap-4">
      <legend lang={locale} className="mb-3 w-full border-b border-line pb-2 font-semibold">
        {languageNames[locale]}
      </legend>
      <FormTextField
        name={`title-${locale}`}
        lang={locale}
        label={t('titleField')}
        maxLength={120}
        defaultValue={text?.title ?? ''}
      />
      <FormTextArea
        name={`description-${locale}`}
        lang={locale}
        label={t('description')}
        note={t('optional')}
        rows={3}
        maxLength={2000}
        defaultValue={text?.description ?? ''}
      />
    </fieldset>
  );
}

function Terms({ service, currency }: Of & { currency: Currency }) {
  const t = useTranslations('services.form');
  const kinds = useTranslations('services.kinds');
  const locale = useLocale();
  const mark = locale === 'en' ? '.' : ',';
  return (
    <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-4">
      <FormSelect
        name="kind"
        label={t('kind')}
        options={serviceKinds.map((value) => ({ value, label: kinds(value) }))}
        defaultValue={service?.kind ?? 'video'}
      />
      <FormTextField
        name="durationMinutes"
        label={t('duration')}
        hint={t('durationHint')}
        inputMode="numeric"
        defaultValue={String(service?.durationMinutes ?? 50)}
      />
      <FormTextField
        name="price"
        label={t('price', { currency: currencySign(currency, locale) })}
        hint={t('priceHint')}
        inputMode="decimal"
        defaultValue={service ? writePrice(service.price.amount, mark) : ''}
      />
      <FormTextField
        name="vatPercent"
        label={t('vat')}
        hint={t('vatHint')}
        inputMode="decimal"
        defaultValue={String((service?.vatBps ?? 0) / 100)}
      />
    </div>
  );
}
