import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormSelect, FormTextArea, FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { FormBox } from '@/components/ui/form-choice';
import { SubmitButton } from '@/components/ui/submit-button';
import { channels } from '@/lib/availability/rules/terms';
import type { Member } from '@/lib/organisations/types';
import { proposeBookingAction } from '@/lib/booking/actions';
import { zoneName } from '@/lib/i18n/zone-name';
import { serviceTitle } from '@/components/services/service-title';
import type { OwnService } from '@/lib/services/types';
import { writePrice } from '@/lib/shared/price';

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
  const tServices = useTranslations('services');
  const locale = useLocale();
  const first = services[0];
  return (
    <ActionForm action={proposeBookingAction} className="grid max-w-[52rem] gap-6">
      <input type="hidden" name="clientId" value={client.id} />
      <Card className="card-pad grid gap-5 md:grid-cols-2">
        <FormSelect
          name="serviceId"
          label={t('service')}
          hint={t('serviceHint')}
          options={services.map(({ id, texts }) => ({
            value: id,
            label: serviceTitle(texts, locale) ?? tServices('untitled'),
          }))}
        />
        {members && (
          <FormSelect
            name="member"
            label={t('member')}
            options={members.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FormTextField
          name="title"
          label={t('name')}
          note={t('optional')}
          hint={t('nameHint')}
          maxLength={120}
        />
        <FormTextField name="date" type="date" min={today} label={t('date')} />
        <FormTextField
          name="time"
          type="time"
          label={t('time')}
          hint={t('timeHint', { zone: zoneName(zone, locale) })}
        />
        <FormTextField
          name="durationMinutes"
          label={t('duration')}
          hint={t('durationHint')}
          inputMode="numeric"
          defaultValue={String(first?.durationMinutes ?? 50)}
        />
        <FormTextField
          name="price"
          label={t('price', { currency: first?.price.currency ?? '' })}
          hint={t('priceHint')}
          inputMode="decimal"
          defaultValue={first ? writePrice(first.price.amount, locale === 'en' ? '.' : ',') : ''}
        />
        <FormSelect
          name="channel"
          label={t('channel')}
          options={channels.map((value) => ({ value, label: tServices(`channels.${value}`) }))}
          defaultValue={first?.channels[0] ?? 'video'}
        />
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
          <FormBox name="isAgreed">{t('agreed')}</FormBox>
        </div>
      </Card>
      <SubmitButton className="justify-self-start" size="lg">
        {t('send')}
      </SubmitButton>
    </ActionForm>
  );
}
