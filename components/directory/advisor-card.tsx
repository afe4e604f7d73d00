import { ArrowRight, Languages, MapPin } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LanguageTags, Tag, VerifiedBadge } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { Money } from '@/components/ui/money';
import type { MoneyValue } from '@/components/ui/money-format';
import { type Pictured, Portrait } from '@/components/ui/portrait';
import { type NextDay, NextTimes } from './next-times';

export type AdvisorCardView = Pictured & {
  href: string;
  timesHref: string;
  headline: string;
  /** Language of the headline; differs from the page's when it is not translated. */
  textLocale: string;
  isVerified: boolean;
  isAvailableNow: boolean;
  languages: readonly { code: string; name: string }[];
  specialities: readonly string[];
  city?: string;
  priceFrom?: MoneyValue;
  /** The next three days on which something is free, in the reader's zone; empty: nothing soon. */
  nextDays: readonly NextDay[];
};

function Facts({ advisor }: { advisor: AdvisorCardView }) {
  const t = useTranslations('directory.card');
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
      <span className="inline-flex items-center gap-1.5">
        <Icon of={Languages} size="sm" className="text-ink-3" />
        <span className="sr-only">{t('languages')}</span>
        <LanguageTags languages={advisor.languages} />
      </span>
      {advisor.city && (
        <span className="inline-flex items-center gap-1.5">
          <Icon of={MapPin} size="sm" className="text-ink-3" />
          {advisor.city}
        </span>
      )}
    </p>
  );
}

type AdvisorCardProps = {
  advisor: AdvisorCardView /** The reader's zone and date. */;
  zone: string;
  today: string;
};

function Availability({ advisor, zone, today }: AdvisorCardProps) {
  const t = useTranslations('directory.card');
  return (
    <div className="col-span-full grid content-start gap-2.5 border-t border-line pt-3.5 md:col-span-1 md:border-s md:border-t-0 md:ps-5.5 md:pt-0">
      <div className="flex items-center justify-between gap-3">
        <span className="text-xs text-ink-3">
          {advisor.nextDays.length > 0 ? t('nextTimes') : t('nothingSoon')}
        </span>
        <span className="text-sm whitespace-nowrap">
          {advisor.priceFrom
            ? t.rich('from', {
                price: () =>
                  advisor.priceFrom && <Money value={advisor.priceFrom} short className="font-semibold" />,
              })
            : t('free')}
        </span>
      </div>
      {advisor.nextDays.length > 0 && (
        <NextTimes days={advisor.nextDays} zone={zone} today={today} name={advisor.name} />
      )}
      <a
        href={advisor.timesHref}
        className="group inline-flex min-h-6 items-center gap-1.5 justify-self-start text-xs font-medium text-accent-ink"
      >
        {t('allTimes')}
        <span className="sr-only">: {advisor.name}</span>
        <Icon
          of={ArrowRight}
          size="sm"
          className="transition-transform duration-(--duration-base) group-hover:translate-x-(--distance-sm)"
        />
      </a>
    </div>
  );
}

/** One advisor among the results: who it is first, then what it costs and when. */
export function AdvisorCard({
  advisor,
  zone,
  today,
}: {
  advisor: AdvisorCardView;
  zone: string;
  today: string;
}) {
  const t = useTranslations('directory.card');
  const isOrganisation = advisor.kind === 'organisation';
  return (
    <li className="card grid grid-cols-[4.5rem_minmax(0,1fr)] gap-4 p-4.5 md:grid-cols-[6.5rem_minmax(0,1fr)_16rem] md:gap-5.5 md:p-5.5">
      <a href={advisor.href} tabIndex={-1} aria-hidden="true" className="self-start">
        <Portrait of={advisor} className="w-full" />
      </a>
      <div className="grid min-w-0 content-start gap-2 wrap-anywhere">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="font-serif text-h3 font-medium">
            <a href={advisor.href} className="hover:text-accent-ink">
              {advisor.name}
            </a>
          </h2>
          {advisor.isVerified && <VerifiedBadge>{t('verified')}</VerifiedBadge>}
          {advisor.isAvailableNow && (
            <span className="inline-flex items-center gap-1.5 text-xs font-medium text-accepted">
              <span aria-hidden="true" className="size-2 rounded-full bg-accepted" />
              {t('available')}
            </span>
          )}
        </div>
        <p className="max-w-[34rem] text-ink-2">
          {isOrganisation && <span className="font-medium">{t('organisation')} </span>}
          <span lang={advisor.textLocale}>{advisor.headline}</span>
        </p>
        <Facts advisor={advisor} />
        <p className="flex flex-wrap gap-1 max-md:hidden">
          {advisor.specialities.map((speciality) => (
            <Tag key={speciality}>{speciality}</Tag>
          ))}
        </p>
      </div>
      <Availability advisor={advisor} zone={zone} today={today} />
    </li>
  );
}
