import { useLocale, useTranslations } from 'next-intl';
import { namedChoices } from '@/components/profiles/editor/choices-of';
import { ActionForm, FormSelect, FormTextField } from '@/components/ui/action-form';
import { FormChoiceCard } from '@/components/ui/form-choice';
import { FormGroup } from '@/components/ui/form-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { changeTaxDataAction } from '@/lib/payments/tax/actions';
import type { TaxData } from '@/lib/payments/tax/types';
import { countries } from '@/lib/profiles/rules/countries';

type TaxFormProps = { data: TaxData | null; suggestedCountry: string };

const kinds = ['individual', 'entity'] as const;

/** Who the tax office knows as the seller. */
export function TaxForm({ data, suggestedCountry }: TaxFormProps) {
  const t = useTranslations('documents.tax');
  return (
    <ActionForm action={changeTaxDataAction} done={t('saved')} className="grid gap-6">
      <FormGroup name="kind" legend={t('kind')}>
        <div className="grid gap-3 md:grid-cols-2">
          {kinds.map((kind) => (
            <FormChoiceCard
              key={kind}
              name="kind"
              value={kind}
              defaultChecked={data?.kind === kind}
              heading={t(`kinds.${kind}`)}
              detail={t(`kindsText.${kind}`)}
            />
          ))}
        </div>
      </FormGroup>
      <Address data={data} country={suggestedCountry} />
      <Numbers data={data} country={suggestedCountry} />
      <SubmitButton className="justify-self-start">{t('save')}</SubmitButton>
    </ActionForm>
  );
}

type PartProps = { data: TaxData | null; country: string };

function Address({ data, country }: PartProps) {
  const t = useTranslations('documents.tax');
  const locale = useLocale();
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <FormTextField
        name="givenName"
        label={t('givenName')}
        hint={t('forPersons')}
        maxLength={80}
        autoComplete="given-name"
        defaultValue={data?.givenName ?? ''}
      />
      <FormTextField
        name="legalName"
        label={t('legalName')}
        maxLength={160}
        hint={t('legalNameHint')}
        defaultValue={data?.legalName ?? ''}
      />
      <FormTextField
        name="street"
        label={t('street')}
        maxLength={160}
        autoComplete="street-address"
        defaultValue={data?.street ?? ''}
      />
      <FormTextField
        name="postalCode"
        label={t('postalCode')}
        note={t('optional')}
        maxLength={20}
        autoComplete="postal-code"
        defaultValue={data?.postalCode ?? ''}
      />
      <FormTextField
        name="city"
        label={t('city')}
        maxLength={80}
        autoComplete="address-level2"
        defaultValue={data?.city ?? ''}
      />
      <FormSelect
        name="country"
        label={t('country')}
        placeholder={t('noCountry')}
        options={namedChoices(countries, 'region', locale)}
        defaultValue={data?.country ?? country}
      />
    </div>
  );
}

function Numbers({ data, country }: PartProps) {
  const t = useTranslations('documents.tax');
  const locale = useLocale();
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <FormTextField
        name="tin"
        label={t('tin')}
        hint={t('tinHint')}
        maxLength={40}
        defaultValue={data?.tin ?? ''}
      />
      <FormSelect
        name="tinCountry"
        label={t('tinCountry')}
        placeholder={t('noCountry')}
        options={namedChoices(countries, 'region', locale)}
        defaultValue={data?.tinCountry ?? country}
      />
      <FormTextField
        name="birthDate"
        type="date"
        label={t('birthDate')}
        hint={t('forPersons')}
        autoComplete="bday"
        defaultValue={data?.birthDate ?? ''}
      />
      <FormTextField
        name="birthPlace"
        label={t('birthPlace')}
        hint={t('birthPlaceHint')}
        maxLength={80}
        defaultValue={data?.birthPlace ?? ''}
      />
      <FormTextField
        name="registrationNumber"
        label={t('registrationNumber')}
        hint={t('forEntities')}
        maxLength={40}
        defaultValue={data?.registrationNumber ?? ''}
      />
    </div>
  );
}
