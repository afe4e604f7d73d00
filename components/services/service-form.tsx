import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormSelect, FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { currencySign } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Member } from '@/lib/organisations/types';
import { changeServiceAction, createServiceAction } from '@/lib/services/actions';
import type { Currency } from '@/lib/shared/money';
import { writePrice } from '@/lib/shared/price';
import { serviceKinds } from '@/lib/services/schema';
import type { OwnService } from '@/lib/services/types';
import { PaymentModes, ServiceChannels, ServiceMembers, ServiceModes } from './service-choices';
import { ServiceTimes } from './service-times';
import { TextsCard } from './texts-card';

type ServiceFormProps = {
  service?: OwnService;
  /** Of an organisation: who can give it. */
  members?: readonly Member[] | undefined;
  currency: Currency;
};

/** A service, new or known. */
export function ServiceForm({ service, members, currency }: ServiceFormProps) {
  const t = useTranslations('services.form');
  return (
    <ActionForm action={service ? changeServiceAction : createServiceAction} className="grid gap-6">
      {service && <input type="hidden" name="serviceId" value={service.id} />}
      <TextsCard texts={service?.texts ?? []} />
      <Card className="card-pad grid gap-5">
        <h2 className="font-serif text-h3 font-medium">{t('terms')}</h2>
        <Terms service={service} currency={currency} />
        <ServiceChannels service={service} />
        <ServiceModes service={service} />
        <PaymentModes service={service} />
        {members && <ServiceMembers service={service} members={members} />}
      </Card>
      <ServiceTimes service={service} />
      <SubmitButton className="justify-self-start" size="lg">
        {service ? t('save') : t('create')}
      </SubmitButton>
    </ActionForm>
  );
}

type Of = { service: OwnService | undefined };

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
