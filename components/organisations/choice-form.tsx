import { useId } from 'react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Option } from '@/components/ui/input';
import { SelectField } from '@/components/ui/text-field';

type ChoiceFormProps = {
  /** The page itself, which is asked again with the choice. */
  action: string;
  name: 'member' | 'practice';
  label: string;
  options: readonly Option[];
  value: string;
  /** What of the address stays. */
  kept?: Readonly<Record<string, string>>;
};

/** Whose part of the practice a page shows; a plain form, so that the choice stands in the address. */
export function ChoiceForm({ action, name, label, options, value, kept = {} }: ChoiceFormProps) {
  const t = useTranslations('team.choice');
  return (
    <form action={action} className="mb-6 flex max-w-[30rem] flex-wrap items-end gap-3">
      {Object.entries(kept).map(([key, text]) => (
        <input key={key} type="hidden" name={key} value={text} />
      ))}
      <div className="min-w-0 flex-1 basis-52">
        <SelectField id={useId()} name={name} label={label} options={options} defaultValue={value} />
      </div>
      <Button type="submit" variant="secondary">
        {t('show')}
      </Button>
    </form>
  );
}
