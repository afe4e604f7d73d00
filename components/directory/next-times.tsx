import { useLocale, useTranslations } from 'next-intl';
import { formatInstant } from '@/lib/i18n/time-format';

/** A day with up to three free times; `date` is the reader's, as 2026-11-26. */
export type NextDay = { date: string; times: readonly { start: Date; href: string }[] };

type NextTimesProps = {
  days: readonly NextDay[];
  /** The reader's zone. */
  zone: string;
  /** The reader's date, as 2026-11-26. */
  today: string;
  /** Whose times they are; read aloud with each. */
  name: string;
};

/** The next free times side by side, each one click from its booking. */
export function NextTimes({ days, zone, today, name }: NextTimesProps) {
  const t = useTranslations('directory.card');
  const locale = useLocale();
  return (
    <div className="grid grid-cols-3 gap-1.5">
      {days.map((day) => {
        const noon = new Date(`${day.date}T12:00:00Z`);
        const written = (style: 'weekday' | 'day' | 'longDate') =>
          formatInstant(noon, { locale, zone: 'UTC', style });
        return (
          <div key={day.date} className="grid content-start gap-1.5 text-center">
            <p className="text-xs text-ink-3">
              <b className="font-medium text-ink">{day.date === today ? t('today') : written('weekday')}</b>{' '}
              {written('day')}
            </p>
            {day.times.map(({ start, href }) => {
              const time = formatInstant(start, { locale, zone, style: 'time' });
              return (
                <a
                  key={href}
                  href={href}
                  rel="nofollow"
                  aria-label={t('book', { name, date: written('longDate'), time })}
                  className="tnum inline-flex min-h-9 items-center justify-center rounded-md border border-transparent bg-accent-soft px-2 text-sm font-medium text-accent-ink hover:border-accent"
                >
                  {time}
                </a>
              );
            })}
          </div>
        );
      })}
    </div>
  );
}
