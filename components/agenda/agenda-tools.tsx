import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useHref } from '@/components/layout/use-href';
import { ButtonLink } from '@/components/ui/button';
import { TabLinks } from '@/components/ui/tab-links';
import { type AgendaPeriod, agendaViews } from '@/lib/booking/rules/agenda-period';
import { formatDates, formatInstant } from '@/lib/i18n/time-format';
import type { LocalDate } from '@/lib/shared/calendar';

const noon = (date: LocalDate) => new Date(`${date}T12:00:00Z`);

function useHeading({ view, date, days }: AgendaPeriod): string {
  const locale = useLocale();
  const written = (day: LocalDate, style: 'fullDate' | 'monthYear') =>
    formatInstant(noon(day), { locale, zone: 'UTC', style });
  if (view === 'day') return written(date, 'fullDate');
  if (view === 'month') return written(date, 'monthYear');
  return formatDates(noon(days[0] ?? date), noon(days.at(-1) ?? date), { locale, zone: 'UTC' });
}

/** Which period is shown and how, the ways to the one before and after, and back to today. */
export function AgendaTools({ period, member }: { period: AgendaPeriod; member: string | undefined }) {
  const t = useTranslations('agenda');
  const href = useHref();
  const heading = useHeading(period);
  const to = (query: Record<string, string>) =>
    href({ pathname: '/practice/agenda', query: { ...query, ...(member && { member }) } });
  const { view, date, before, after } = period;
  return (
    <div className="grid gap-4">
      <TabLinks
        label={t('views.label')}
        links={agendaViews.map((one) => ({
          href: to({ view: one, date }),
          label: t(`views.${one}`),
          current: one === view,
        }))}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-serif text-h3 font-medium first-letter:uppercase">{heading}</h2>
        <nav aria-label={t('periods')} className="flex gap-1.5">
          <ButtonLink href={to({ view, date: before })} variant="secondary" size="sm" icon={ChevronLeft}>
            {t('before')}
          </ButtonLink>
          <ButtonLink href={to({ view })} variant="secondary" size="sm">
            {t('today')}
          </ButtonLink>
          <ButtonLink
            href={to({ view, date: after })}
            variant="secondary"
            size="sm"
            icon={ChevronRight}
            className="flex-row-reverse"
          >
            {t('after')}
          </ButtonLink>
        </nav>
      </div>
    </div>
  );
}
