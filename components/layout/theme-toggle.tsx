import { Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonStyles } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';

/** Works by the script in the head (theme-script), so that it costs no page any code. */
export function ThemeToggle({ size = 'md' }: { size?: 'sm' | 'md' }) {
  const t = useTranslations('layout');
  return (
    <button
      type="button"
      data-theme-toggle=""
      aria-label={t('theme')}
      title={t('theme')}
      className={buttonStyles({ variant: 'ghost', size, square: true })}
    >
      <Icon of={Moon} className="theme-moon" />
      <Icon of={Sun} className="theme-sun" />
    </button>
  );
}
