import { ChevronDown, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Option } from '@/components/ui/input';

const fieldLook =
  'grid min-h-11 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2.5 rounded-md px-3 focus-within:outline-2 focus-within:outline-focus';
const controlLook = 'w-full appearance-none border-0 bg-transparent p-0 text-[1rem] outline-none';

type SearchBarProps = {
  words: string;
  speciality: string;
  specialities: readonly Option[];
};

/** Words and speciality; the rest of the form stands in the filter panel. */
export function SearchBar({ words, speciality, specialities }: SearchBarProps) {
  const t = useTranslations('directory.search');
  return (
    <div className="mt-2 grid gap-1 rounded-lg border border-line-strong bg-surface p-1.5 md:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)_auto] md:items-center">
      <label className={fieldLook}>
        <Icon of={Search} className="text-ink-3" />
        <span className="sr-only">{t('words')}</span>
        <input
          name="q"
          type="search"
          defaultValue={words}
          placeholder={t('words')}
          autoComplete="off"
          className={controlLook}
        />
      </label>
      <label className={`${fieldLook} md:border-s md:border-line`}>
        <span className="sr-only">{t('speciality')}</span>
        <select
          name="speciality"
          defaultValue={speciality}
          className={`${controlLook} col-span-2 text-ellipsis`}
        >
          <option value="">{t('anySpeciality')}</option>
          {specialities.map((option) => (
            <option key={option.value} value={option.value} className="bg-surface">
              {option.label}
            </option>
          ))}
        </select>
        <Icon of={ChevronDown} className="pointer-events-none text-ink-3" />
      </label>
      <Button type="submit">{t('submit')}</Button>
    </div>
  );
}
