import clsx from 'clsx';
import { ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { dayNames } from '@/components/availability/day-names';
import { addMonths, monthOf, weeksOf } from '@/components/availability/month';
import { WeekdayHeads } from '@/components/availability/weekday-heads';
import { buttonStyles } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { formatInstant } from '@/lib/i18n/time-format';
import type { LocalDate } from '@/lib/shared/calendar';

type MonthOverviewProps = {
  /** First day of the month in view. */
  first: LocalDate;
  today: LocalDate;
  /** Those on which something begins. */
  days: ReadonlySet<LocalDate>;
  /** The calendar from a day on. */
  hrefOf: (date: LocalDate) => string;
};

const noon = (date: LocalDate) => new Date(`${date}T12:00:00Z`);

function Turn({ href, label, icon }: { href: string; label: string; icon: LucideIcon }) {
  return (
    <a
      href={href}
      rel="nofollow"
      aria-label={label}
      className={buttonStyles({ variant: 'ghost', size: 'sm', square: true })}
    >
      <Icon of={icon} />
    </a>
  );
}

function Day({ date, today, days, hrefOf }: Omit<MonthOverviewProps, 'first'> & { date: LocalDate }) {
  const t = useTranslations('events.calendar');
  const locale = useLocale();
  const look = clsx(
    'tnum grid min-h-8 place-items-center rounded-sm text-sm',
    date === today && 'underline underline-offset-4',
  );
  const number = Number(date.slice(8));
  if (!days.has(date)) return <span className={clsx(look, 'text-ink-3')}>{number}</span>;
  const written = formatInstant(noon(date), { locale, zone: 'UTC', style: 'longDate' });
  return (
    <a
      href={hrefOf(date)}
      rel="nofollow"
      aria-label={`${number}: ${t('day', { date: written })}`}
      className={clsx(
        look,
        'bg-accent-soft font-semibold text-accent-ink hover:bg-accent hover:text-on-accent',
      )}
    >
      {number}
    </a>
  );
}

/** A month in which the days with events lead to them; plain links. */
export function MonthOverview({ first, ...rest }: MonthOverviewProps) {
  const { today, hrefOf } = rest;
  const t = useTranslations('events.calendar');
  const locale = useLocale();
  const month = monthOf(first);
  const before = addMonths(month, -1);
  return (
    <section aria-label={t('month')} className="grid gap-2">
      <div className="grid grid-cols-[2.25rem_minmax(0,1fr)_2.25rem] items-center text-center">
        {month > monthOf(today) ? (
          <Turn
            href={hrefOf(before === monthOf(today) ? today : `${before}-01`)}
            label={t('monthBefore')}
            icon={ChevronLeft}
          />
        ) : (
          <span />
        )}
        <p className="text-sm font-medium first-letter:uppercase">
          {formatInstant(noon(first), { locale, zone: 'UTC', style: 'monthYear' })}
        </p>
        <Turn href={hrefOf(`${addMonths(month, 1)}-01`)} label={t('monthAfter')} icon={ChevronRight} />
      </div>
      <table className="w-full table-fixed">
        <WeekdayHeads names={dayNames(locale, 'short')} className="text-2xs" />
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean)}>
              {week.map((date, index) => (
                <td key={date ?? index} className="p-px">
                  {date && <Day {...rest} date={date} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
