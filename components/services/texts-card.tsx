import { useTranslations } from 'next-intl';
import { languageNames } from '@/components/layout/languages';
import { FormTextArea, FormTextField } from '@/components/ui/action-form';
import { Card } from '@/components/ui/card';
import { type Locale, locales } from '@/lib/i18n/routing';

type Text = { locale: string; title: string; description: string };

/** Title and description in each language, in the form of what is sold. */
export function TextsCard({ texts }: { texts: readonly Text[] }) {
  const t = useTranslations('services.form');
  return (
    <Card className="card-pad grid gap-5">
      <div className="grid gap-1">
        <h2 className="font-serif text-h3 font-medium">{t('texts')}</h2>
        <p className="text-sm text-ink-2">{t('textsNote')}</p>
      </div>
      <div className="grid gap-6 xl:grid-cols-2">
        {locales.map((locale) => (
          <Texts key={locale} locale={locale} text={texts.find((one) => one.locale === locale)} />
        ))}
      </div>
    </Card>
  );
}

function Texts({ locale, text }: { locale: Locale; text: Text | undefined }) {
  const t = useTranslations('services.form');
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
