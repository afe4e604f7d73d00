import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormSelect, FormTextArea, FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { FormBox } from '@/components/ui/form-choice';
import { currencySign } from '@/components/ui/money-format';
import { SubmitButton } from '@/components/ui/submit-button';
import { channels } from '@/lib/availability/rules/terms';
import type { Member } from '@/lib/organisations/types';
import { proposeBookingAction } from '@/lib/booking/actions';
import { zoneName } from '@/lib/i18n/zone-name';
import { serviceTitle } from '@/components/services/service-title';
import type { OwnService } from '@/lib/services/types';
import { writePrice } from '@/lib/shared/price';
import { ServiceToPropose } from './service-to-propose';

type ProposalFormProps = {
  client: { id: string; name: string };
  services: readonly OwnService[];
  /** Of an organisation: who can give it. */
  members: readonly Member[] | undefined;
  /** The provider's clock. */
  zone: string;
  /** The first day that can be proposed. */
  today: string;
};

/** A session as the provider would have it: what, when, for how long and how much, and a word with it. */
export function ProposalForm({ client, services, members, zone, today }: ProposalFormProps) {
  const t = useTranslations('clients.propose');
  return (
    <ActionForm action={proposeBookingAction} className="grid max-w-[52rem] gap-6">
      <input type="hidden" name="clientId" value={client.id} />
      <Card className="card-pad grid gap-5 md:grid-cols-2">
        <What services={services} />
        {members && (
          <FormSelect
            name="member"
            label={t('member')}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <When zone={zone} today={today} />
        <Terms service={services[0]} />
        <div className="md:col-span-2">
          <FormTextArea
            name="message"
            label={t('message')}
            note={t('optional')}
            hint={t('messageHint', { name: client.name })}
            rows={3}
            maxLength={1000}
          />
        </div>
        <div className="md:col-span-2">
          <FormBox name="isAgreed">
            {t('agreed')} <span className="text-ink-3">{t('agreedHint')}</span>
          </FormBox>
        </div>
      </Card>
      <SubmitButton className="justify-self-start" size="lg">
        {t('send')}
      </SubmitButton>
    </ActionForm>
  );
}

function usePriceWriter(): (service: OwnService) => string {
  const locale = useLocale();
  return ({ price }) => writePrice(price.amount, locale === 'en' ? '.' : ',');
}

function What({ services }: { services: readonly OwnService[] }) {
  const t = useTranslations('clients.propose');
  const tServices = useTranslations('services');
  const locale = useLocale();
  const writtenPrice = usePriceWriter();
  return (
    <>
      <ServiceToPropose
        label={t('service')}
        hint={t('serviceHint')}
        services={services.map((service) => ({
          id: service.id,
          label: serviceTitle(service.texts, locale) ?? tServices('untitled'),
          durationMinutes: String(service.durationMinutes),
          price: writtenPrice(service),
          channels: service.channels,
        }))}
      />
      <FormTextField
        name="title"
        label={t('name')}
        note={t('optional')}
        hint={t('nameHint')}
        maxLength={120}
      />
    </>
  );
}

function When({ zone, today }: { zone: string; today: string }) {
  const t = useTranslations('clients.propose');
  const locale = useLocale();
  return (
    <>
      <FormTextField name="date" type="date" min={today} label={t('date')} />
      <FormTextField
        name="time"
        type="time"
        label={t('time')}
        hint={t('timeHint', { zone: zoneName(zone, locale) })}
      />
    </>
  );
}

/** How long, for how much and how; begins with what the first service says. */
function Terms({ service }: { service: OwnService | undefined }) {
  const t = useTranslations('clients.propose');
  const tServices = useTranslations('services');
  const locale = useLocale();
  const writtenPrice = usePriceWriter();
  return (
    <>
      <FormTextField
        name="durationMinutes"
        label={t('duration')}
        hint={t('durationHint')}
        inputMode="numeric"
        defaultValue={String(service?.durationMinutes ?? 50)}
      />
      <FormTextField
        name="price"
        label={t('price', { currency: service ? currencySign(service.price.currency, locale) : '' })}
        hint={t('priceHint')}
        inputMode="decimal"
        defaultValue={service ? writtenPrice(service) : ''}
      />
      <FormSelect
        name="channel"
        label={t('channel')}
        options={channels.map((value) => ({ value, label: tServices(`channels.${value}`) }))}
        defaultValue={service?.channels[0] ?? 'video'}
      />
    </>
  );
}
