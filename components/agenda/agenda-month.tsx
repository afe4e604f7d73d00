import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { dayNames } from '@/components/availability/day-names';
import { PageLink } from '@/components/layout/page-link';
import type { AgendaPeriod } from '@/lib/booking/rules/agenda-period';
import { formatInstant } from '@/lib/i18n/time-format';
import type { LocalDate } from '@/lib/shared/calendar';
import { type AgendaItem, type AgendaPiece, piecesOf } from './agenda-items';
import { agendaLooks } from './agenda-looks';

const shownADay = 3;

type AgendaMonthProps = {
  period: AgendaPeriod;
  items: readonly AgendaItem[];
  today: LocalDate;
  zone: string;
};

/** The weeks of a month; each day leads to its own agenda. */
export function AgendaMonth({ period: { days, date }, items, today, zone }: AgendaMonthProps) {
  const locale = useLocale();
  const pieces = items.flatMap((item) => piecesOf(item, zone));
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return (
    <table className="w-full table-fixed border-separate border-spacing-0 overflow-hidden rounded-lg border border-line bg-surface">
      <thead>
        <tr>
          {dayNames(locale, 'short').map((name) => (
            <th key={name} scope="col" className="py-1.5 text-xs font-medium text-ink-3">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td
                key={day}
                className={clsx(
                  'h-16 border-s border-t border-line p-1 align-top first:border-s-0 sm:h-28',
                  day.slice(0, 7) !== date.slice(0, 7) && 'bg-sunken',
                )}
              >
                <Day
                  day={day}
                  isToday={day === today}
                  pieces={pieces.filter((piece) => piece.day === day)}
                  zone={zone}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = { day: LocalDate; isToday: boolean; pieces: readonly AgendaPiece[]; zone: string };

function Day({ day, isToday, pieces, zone }: DayProps) {
  const t = useTranslations('agenda');
  const locale = useLocale();
  // Begins with what is seen, so that it can be called by voice.
  const label = `${Number(day.slice(8))}, ${formatInstant(new Date(`${day}T12:00:00Z`), { locale, zone: 'UTC', style: 'fullDate' })}`;
  const count = pieces.length;
  return (
    <div className="grid gap-1">
      <PageLink
        to={{ pathname: '/practice/agenda', query: { view: 'day', date: day } }}
        aria-label={count > 0 ? `${label}, ${t('count', { count })}` : label}
        className={clsx(
          'tnum grid size-6 place-items-center rounded-full text-xs font-semibold hover:bg-tint',
          isToday && 'bg-accent text-on-accent hover:bg-accent',
        )}
      >
        {Number(day.slice(8))}
      </PageLink>
      {count > 0 && <span aria-hidden="true" className="mx-auto size-1.5 rounded-full bg-accent sm:hidden" />}
      <ul className="grid gap-0.5 max-sm:hidden">
        {pieces.slice(0, shownADay).map(({ item }) => (
          <li
            key={item.key}
            className={clsx('truncate rounded-sm border px-1 text-xs', agendaLooks[item.kind])}
          >
            {formatInstant(item.start, { locale, zone, style: 'time' })} {item.title}
          </li>
        ))}
        {count > shownADay && (
          <li className="text-xs text-ink-3">{t('more', { count: count - shownADay })}</li>
        )}
      </ul>
    </div>
  );
}
