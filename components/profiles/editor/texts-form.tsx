import { useTranslations } from 'next-intl';
import { languageNames } from '@/components/layout/languages';
import { ActionForm, FormSelect, FormTextArea, FormTextField } from '@/components/ui/action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { locales } from '@/lib/i18n/routing';
import { changeTextsAction } from '@/lib/profiles/actions';
import type { OwnProfile } from '@/lib/profiles/types';

/** Headline and text in each language of the site. */
export function TextsForm({ profile }: { profile: OwnProfile }) {
  const t = useTranslations('profileEditor.texts');
  const common = useTranslations('profileEditor');
  return (
    <ActionForm action={changeTextsAction} done={common('saved')} className="grid gap-6">
      <FormSelect
        name="mainLocale"
        label={t('mainLocale')}
        options={locales.map((value) => ({ value, label: languageNames[value] }))}
        defaultValue={profile.mainLocale}
      />
      <div className="grid gap-6 xl:grid-cols-2">
        {locales.map((locale) => {
          const text = profile.texts.find((one) => one.locale === locale);
          return (
            <fieldset key={locale} className="grid min-w-0 content-start gap-4">
              <legend lang={locale} className="mb-3 w-full border-b border-line pb-2 font-semibold">
                {languageNames[locale]}
              </legend>
              <FormTextField
                name={`headline-${locale}`}
                lang={locale}
                label={t('headline')}
                maxLength={160}
                defaultValue={text?.headline ?? ''}
              />
              <FormTextArea
                name={`about-${locale}`}
                lang={locale}
                label={t('about')}
                rows={8}
                maxLength={5000}
                defaultValue={text?.about ?? ''}
              />
            </fieldset>
          );
        })}
      </div>
      <SubmitButton className="justify-self-start">{common('save')}</SubmitButton>
    </ActionForm>
  );
}
