import { useLocale, useTranslations } from 'next-intl';
import { StatusChip } from '@/components/ui/chip';
import { Instant, Span } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { Avatar, type Pictured } from '@/components/ui/portrait';
import type { MoneyValue } from '@/components/ui/money-format';
import type { BookingStatus } from '@/components/ui/status';
import { formatInstant } from '@/lib/i18n/time-format';

export type AppointmentRowView = {
  id: string;
  href: string;
  other: Pictured;
  serviceTitle: string;
  /** At an organisation: who gives the session. */
  giver?: string | null;
  start: Date;
  end: Date;
  status: BookingStatus;
  /** Of a seat at an event: its own word for the status. */
  seat?: 'booked' | 'attended' | 'absent' | 'cancelled';
  price: MoneyValue;
};

/** One appointment of a list: when, what, with whom, in which state. */
export function AppointmentRow({ row, zone }: { row: AppointmentRowView; zone: string }) {
  const locale = useLocale();
  const t = useTranslations('seats.status');
  const tDetail = useTranslations('appointments.detail');
  return (
    <li>
      <a
        href={row.href}
        className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-sm hover:text-accent-ink"
      >
        <span aria-hidden="true" className="grid w-9 flex-none justify-items-center leading-tight">
          <b className="tnum font-serif text-lg font-regular">
            {formatInstant(row.start, { locale, zone, style: 'day' })}
          </b>
          <span className="text-2xs text-ink-3">
            {formatInstant(row.start, { locale, zone, style: 'month' })}
          </span>
        </span>
        <Avatar of={row.other} />
        <span className="grid min-w-0 wrap-anywhere flex-1 basis-52">
          <b className="font-semibold">{row.other.name}</b>
          <span className="text-sm text-ink-2">
            <span className="first-letter:uppercase">
              <Instant at={row.start} zone={zone} style="weekdayDate" />
            </span>
            , <Span start={row.start} end={row.end} zone={zone} />. {row.serviceTitle}
            {row.giver && `, ${row.giver}`}
          </span>
        </span>
        <span className="flex flex-none items-center gap-4">
          {row.price.amount === 0 ? (
            <span className="text-sm text-ink-2">{tDetail('free')}</span>
          ) : (
            <Money value={row.price} className="text-sm text-ink-2" />
          )}
          <span className="flex min-[48rem]:w-36">
            <StatusChip status={row.status}>{row.seat && t(row.seat)}</StatusChip>
          </span>
        </span>
      </a>
    </li>
  );
}
