import { ArrowRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';

export type HomeField = { key: string; name: string; detail: string; count: number; href: string };

/** The fields of advice as doors into the directory, each with the number of advisors behind it. */
export function Fields({ fields }: { fields: readonly HomeField[] }) {
  const t = useTranslations('home.fields');
  const format = useFormatter();
  return (
    <section className="wrap" aria-labelledby="fields">
      <h2 id="fields" className="sr-only">
        {t('heading')}
      </h2>
      <ul className="grid border-t border-line md:grid-cols-2 md:gap-x-12 lg:grid-cols-3">
        {fields.map((field) => (
          <li key={field.key}>
            <a
              href={field.href}
              className="group grid grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-x-3 gap-y-0.5 border-b border-line py-4.5"
            >
              <span className="font-serif text-h3 font-medium transition-colors group-hover:text-accent-ink">
                {field.name}
              </span>
              <span className="tnum text-sm text-ink-3">
                <span aria-hidden="true">{format.number(field.count)}</span>
                <span className="sr-only">{t('advisors', { count: field.count })}</span>
              </span>
              <Icon
                of={ArrowRight}
                className="text-accent-ink transition-transform duration-(--duration-base) group-hover:translate-x-(--distance-sm)"
              />
              <span className="col-start-1 text-sm text-ink-3">{field.detail}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
