import { useTranslations } from 'next-intl';
import { SectionHead } from './section-head';

const steps = ['find', 'book', 'meet', 'after'] as const;

export function Steps() {
  const t = useTranslations('home.steps');
  return (
    <section id="how" className="wrap py-(--section)" aria-labelledby="how-heading">
      <SectionHead id="how-heading" heading={t('heading')} />
      <ol className="grid gap-x-10 gap-y-6 sm:gap-y-8 min-[40rem]:grid-cols-2 lg:grid-cols-4">
        {steps.map((step, index) => (
          <li
            key={step}
            className="grid grid-cols-[2.5rem_minmax(0,1fr)] content-start gap-x-3 gap-y-2 border-t border-ink pt-5 min-[40rem]:grid-cols-1"
          >
            <span
              aria-hidden="true"
              className="row-span-2 font-serif text-[2.125rem] leading-none text-warm-ink lining-nums min-[40rem]:row-span-1 min-[40rem]:mb-[clamp(0.5rem,2vw,2.25rem)] min-[40rem]:text-[2.5rem]"
            >
              {index + 1}
            </span>
            <h3 className="font-serif text-h3 font-medium">{t(`${step}.heading`)}</h3>
            <p className="text-ink-2 max-[39.99rem]:col-start-2">{t(`${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
