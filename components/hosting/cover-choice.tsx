import { useTranslations } from 'next-intl';
import { FormRadio } from '@/components/ui/form-choice';
import { FormGroup } from '@/components/ui/form-group';
import { coverAddress, covers } from '@/lib/events/rules/covers';

/** The drawings to choose from; each is named. */
export function CoverChoice({ chosen }: { chosen: string | undefined }) {
  const t = useTranslations('hosting.form');
  return (
    <FormGroup name="cover" legend={t('cover')}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-5">
        {covers.map((cover) => (
          <FormRadio
            key={cover}
            name="cover"
            value={cover}
            defaultChecked={cover === (chosen ?? covers[0])}
            aria-label={t(`covers.${cover}`)}
            className="grid cursor-pointer gap-1.5 rounded-lg border-2 border-transparent p-1.5 text-center text-sm text-ink-2 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <img
              src={coverAddress(cover)}
              alt=""
              width={200}
              height={125}
              className="aspect-8/5 w-full rounded-md object-cover [filter:var(--picture-filter)]"
            />
            <span aria-hidden="true">{t(`covers.${cover}`)}</span>
          </FormRadio>
        ))}
      </div>
    </FormGroup>
  );
}
