import { useFormatter, useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';

/** For advisors: what the platform takes off their hands and what the first plan costs. */
export function Practice({ commissionBps }: { commissionBps: number }) {
  const t = useTranslations('home.practice');
  const format = useFormatter();
  const href = useHref();
  const commission = format.number(commissionBps / 10_000, { style: 'percent', maximumFractionDigits: 2 });
  return (
    <section id="practice" className="wrap pb-(--section)" aria-labelledby="practice-heading">
      <div className="grid overflow-hidden rounded-2xl border border-line bg-surface min-[56rem]:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
        <img
          src="/img/room-1.svg"
          alt=""
          width={640}
          height={480}
          loading="lazy"
          className="h-full min-h-60 w-full bg-sunken object-cover [filter:var(--picture-filter)] min-[56rem]:min-h-96"
        />
        <div className="flex flex-col justify-center gap-5 p-[clamp(1.5rem,1rem+3vw,3.5rem)]">
          <h2 id="practice-heading" className="font-serif text-h1 whitespace-pre-line">
            {t('heading')}
          </h2>
          <p className="text-ink-2">{t('text')}</p>
          <p className="text-ink-2">{t('cost', { commission })}</p>
          <p>
            <ButtonLink href={href('/register')}>{t('start')}</ButtonLink>
          </p>
        </div>
      </div>
    </section>
  );
}
