import clsx from 'clsx';
import { useLocale, useTranslations } from 'next-intl';
import { Span } from '@/components/ui/instant';
import { formatInstant } from '@/lib/i18n/time-format';
import type { LocalDate } from '@/lib/shared/calendar';
import { type AgendaItem, type AgendaPiece, piecesOf } from './agenda-items';
import { agendaLooks } from './agenda-looks';

type AgendaListProps = { items: readonly AgendaItem[]; today: LocalDate; zone: string };

/** The days of a period that hold something, one below the other. */
export function AgendaList({ items, today, zone }: AgendaListProps) {
  const t = useTranslations('agenda');
  const locale = useLocale();
  const days = new Map<LocalDate, AgendaPiece[]>();
  for (const piece of items.flatMap((item) => piecesOf(item, zone)))
    days.set(piece.day, [...(days.get(piece.day) ?? []), piece]);
  if (days.size === 0) return <p className="text-ink-2">{t('empty')}</p>;
  return (
    <div className="grid gap-5">
      {[...days].map(([day, pieces]) => (
        <section key={day} className="grid gap-2 md:grid-cols-[10rem_minmax(0,1fr)] md:gap-5">
          <h3 className="text-sm font-semibold first-letter:uppercase md:pt-3">
            {day === today
              ? t('today')
              : formatInstant(new Date(`${day}T12:00:00Z`), { locale, zone: 'UTC', style: 'longDate' })}
          </h3>
          <ul className="grid gap-2">
            {pieces.map(({ item }) => (
              <li key={item.key}>
                <Line item={item} zone={zone} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({ item, zone }: { item: AgendaItem; zone: string }) {
  const t = useTranslations('agenda.kinds');
  const look = clsx(
    'grid grid-cols-[6.75rem_minmax(0,1fr)] gap-x-3 rounded-md border border-s-3 px-3.5 py-2.5 text-sm',
    agendaLooks[item.kind],
  );
  const words = (
    <>
      <Span start={item.start} end={item.end} zone={zone} className="font-semibold" />
      <b className="min-w-0 font-semibold">{item.title}</b>
      <span className="col-start-2 text-xs">{[t(item.kind), item.detail].filter(Boolean).join(' · ')}</span>
    </>
  );
  return item.href ? (
    <a href={item.href} className={look}>
      {words}
    </a>
  ) : (
    <div className={look}>{words}</div>
  );
}
