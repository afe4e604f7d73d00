import { useLocale, useTranslations } from 'next-intl';
import { ActionForm, FormSelect, FormTextField } from '@/components/ui/action-form';
import type { Option } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { changeProfileAction } from '@/lib/profiles/actions';
import { countries } from '@/lib/profiles/rules/countries';
import { specialities } from '@/lib/profiles/rules/specialities';
import type { OwnProfile } from '@/lib/profiles/types';
import { Checks } from './checks';
import { languageChoices, namedChoices } from './choices-of';
import { PortraitChoice } from './portrait-choice';

type BasicsFormProps = {
  profile: OwnProfile;
  zones: readonly Option[];
  /** A practice shows its initials; a face would be somebody's. */
  hasPortrait: boolean;
};

/** Name, picture, fields, languages, place, zone and answer time. */
export function BasicsForm({ profile, zones, hasPortrait }: BasicsFormProps) {
  const t = useTranslations('profileEditor.basics');
  const common = useTranslations('profileEditor');
  const names = useTranslations('specialities');
  const locale = useLocale();
  const languages = languageChoices(profile.spokenLanguages, locale);
  const optional = common('optional');
  return (
    <ActionForm action={changeProfileAction} done={common('saved')} className="grid gap-5">
      <FormTextField
        name="displayName"
        label={t('displayName')}
        defaultValue={profile.displayName}
        maxLength={80}
        required
      />
      {hasPortrait && <PortraitChoice id={profile.id} name={profile.displayName} chosen={profile.portrait} />}
      <Checks
        legend={t('specialities')}
        name="specialities"
        choices={specialities.map((value) => ({ value, label: names(value) }))}
        chosen={profile.specialities}
      />
      <Checks
        legend={t('languages')}
        name="spokenLanguages"
        choices={languages.near}
        chosen={profile.spokenLanguages}
        more={{ label: t('moreLanguages'), choices: languages.others }}
      />
      <div className="grid gap-5 md:grid-cols-2">
        <FormTextField name="city" label={t('city')} note={optional} defaultValue={profile.city ?? ''} />
        <FormSelect
          name="country"
          label={t('country')}
          note={optional}
          placeholder={t('noCountry')}
          options={namedChoices(countries, 'region', locale)}
          defaultValue={profile.country ?? ''}
        />
        <FormSelect
          name="timeZone"
          label={t('timeZone')}
          hint={t('timeZoneHint')}
          options={zones}
          defaultValue={profile.timeZone}
        />
        <FormTextField
          name="answerHours"
          label={t('answerHours')}
          hint={t('answerHoursHint')}
          inputMode="numeric"
          defaultValue={String(profile.answerHours)}
        />
      </div>
      <SubmitButton className="justify-self-start">{common('save')}</SubmitButton>
    </ActionForm>
  );
}
