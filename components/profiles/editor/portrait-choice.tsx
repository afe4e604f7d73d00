import { useTranslations } from 'next-intl';
import { FormRadio } from '@/components/ui/form-choice';
import { Portrait } from '@/components/ui/portrait';
import { portraitAddress, portraits } from '@/lib/profiles/rules/portraits';

type PortraitChoiceProps = { id: string; name: string; chosen: string | null };

/** The drawings to choose from, or the initials. */
export function PortraitChoice({ id, name, chosen }: PortraitChoiceProps) {
  const t = useTranslations('profileEditor.basics');
  const choices = [null, ...portraits];
  return (
    <fieldset className="min-w-0">
      <legend className="mb-3 text-sm font-medium">{t('portrait')}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(4.25rem,1fr))] gap-2.5">
        {choices.map((portrait, index) => {
          const picture = portraitAddress(portrait);
          const label = portrait === null ? t('noPortrait') : t('portraitNumber', { number: index });
          return (
            <FormRadio
              key={portrait ?? ''}
              name="portrait"
              value={portrait ?? ''}
              defaultChecked={chosen === portrait}
              aria-label={label}
              className="cursor-pointer rounded-lg border-2 border-transparent p-1 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
            >
              <Portrait of={{ id, name, picture }} />
            </FormRadio>
          );
        })}
      </div>
    </fieldset>
  );
}
