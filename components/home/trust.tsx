import { CalendarX, IdCard, RotateCcw, Wallet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

const reasons = [
  { key: 'charged', icon: Wallet },
  { key: 'cancelling', icon: CalendarX },
  { key: 'absent', icon: RotateCcw },
  { key: 'seller', icon: IdCard },
] as const;

/** What protects a client; each line is a rule of the product. */
export function Trust() {
  const t = useTranslations('home.trust');
  return (
    <section
      className="border-y border-line bg-sunken py-[clamp(2rem,1.5rem+2vw,3.25rem)]"
      aria-labelledby="trust"
    >
      <div className="wrap">
        <h2 id="trust" className="sr-only">
          {t('heading')}
        </h2>
        <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,14rem),1fr))] gap-x-9 gap-y-7">
          {reasons.map(({ key, icon }) => (
            <li key={key} className="grid content-start gap-1">
              <Icon of={icon} size="lg" className="mb-2 text-accent-ink" />
              <h3 className="leading-snug font-semibold">{t(`${key}.heading`)}</h3>
              <p className="text-sm text-ink-2">{t(`${key}.text`)}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
