import { useLocale, useTranslations } from 'next-intl';
import { TimeZoneField } from '@/components/accounts/time-zone-field';
import { ActionForm, FormTextField } from '@/components/ui/action-form';
import type { Option } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { registerProviderAction } from '@/lib/profiles/actions';
import { specialities } from '@/lib/profiles/rules/specialities';
import { Checks } from './checks';
import { languageChoices } from './choices-of';

type RegisterFormProps = { name: string; zone: string | null; zones: readonly Option[] };

/** What a specialist is asked first; everything else follows in the profile. */
export function RegisterForm({ name, zone, zones }: RegisterFormProps) {
  const t = useTranslations('becomeAdvisor');
  const basics = useTranslations('profileEditor.basics');
  const names = useTranslations('specialities');
  const locale = useLocale();
  const languages = languageChoices([locale], locale);
  return (
    <ActionForm action={registerProviderAction} className="grid gap-5">
      <FormTextField
        name="displayName"
        label={t('displayName')}
        hint={t('displayNameHint')}
        defaultValue={name}
        autoComplete="name"
        required
      />
      <TimeZoneField label={t('timeZone')} options={zones} chosen={zone} />
      <Checks
        legend={basics('languages')}
        name="spokenLanguages"
        choices={languages.near}
        chosen={[locale]}
        more={{ label: basics('moreLanguages'), choices: languages.others }}
      />
      <Checks
        legend={basics('specialities')}
        name="specialities"
        choices={specialities.map((value) => ({ value, label: names(value) }))}
        chosen={[]}
      />
      <SubmitButton size="lg" block>
        {t('submit')}
      </SubmitButton>
    </ActionForm>
  );
}
