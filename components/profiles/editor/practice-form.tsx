import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormSelect, FormTextField } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { countries } from '@/lib/profiles/rules/countries';
import type { OwnProfile } from '@/lib/profiles/types';
import { changePracticeAddressAction } from '@/lib/services/actions';
import { namedChoices } from './choices-of';

/** Where clients are received in person; may differ from the address of who sells. */
export function PracticeForm({ profile: { practice } }: { profile: OwnProfile }) {
  const t = useTranslations('profileEditor.practice');
  const common = useTranslations('profileEditor');
  const locale = useLocale();
  return (
    <ActionForm action={changePracticeAddressAction} done={common('saved')} className="grid gap-5">
      <div className="grid gap-5 md:grid-cols-2">
        <FormTextField
          name="practiceStreet"
          label={t('street')}
          maxLength={160}
          defaultValue={practice?.street ?? ''}
        />
        <FormTextField
          name="practicePostalCode"
          label={t('postalCode')}
          note={common('optional')}
          maxLength={20}
          defaultValue={practice?.postalCode ?? ''}
        />
        <FormTextField
          name="practiceCity"
          label={t('city')}
          maxLength={80}
          defaultValue={practice?.city ?? ''}
        />
        <FormSelect
          name="practiceCountry"
          label={t('country')}
          placeholder={t('noCountry')}
          options={namedChoices(countries, 'region', locale)}
          defaultValue={practice?.country ?? ''}
        />
      </div>
      <SubmitButton className="justify-self-start">{common('save')}</SubmitButton>
    </ActionForm>
  );
}
