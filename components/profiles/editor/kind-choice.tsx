import { Check } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';

const kinds = ['specialist', 'organisation'] as const;

type KindChoiceProps = {
  /** Of the plan that everybody begins with. */
  commissionBps: number | undefined;
  /** What of the address goes along. */
  query: { next?: string; plan?: string };
};

/** One person or a practice with several, with what each brings and costs; a button each, none of them chosen. */
export function KindChoice({ commissionBps, query }: KindChoiceProps) {
  const t = useTranslations('becomeAdvisor');
  const format = useFormatter();
  const href = useHref();
  const commission = format.number((commissionBps ?? 0) / 10_000, {
    style: 'percent',
    maximumFractionDigits: 2,
  });
  return (
    <div className="grid gap-5">
      {kinds.map((kind) => (
        <Card key={kind} className="card-pad grid gap-4">
          <h2 className="font-serif text-h3 font-medium">{t(`${kind}.name`)}</h2>
          <ul className="grid gap-2.5 text-sm leading-5.5 text-ink-2">
            {[
              t(`${kind}.first`),
              t(`${kind}.second`),
              t('benefits.profile'),
              t('benefits.free', { commission }),
              t('benefits.pay'),
            ].map((line) => (
              <li key={line} className="grid grid-cols-[auto_minmax(0,1fr)] gap-2.5">
                <Icon of={Check} className="mt-0.5 text-accent-ink" />
                {line}
              </li>
            ))}
          </ul>
          <ButtonLink
            href={href({ pathname: '/become-advisor', query: { kind, ...query } })}
            variant="secondary"
            block
          >
            {t(`${kind}.choose`)}
          </ButtonLink>
        </Card>
      ))}
    </div>
  );
}
