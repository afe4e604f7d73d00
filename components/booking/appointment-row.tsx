import { useTranslations } from 'next-intl';
import { StatusChip } from '@/components/ui/chip';
import { Instant, Span } from '@/components/ui/instant';
import { Money } from '@/components/ui/money';
import { Avatar, type Pictured } from '@/components/ui/portrait';
import type { MoneyValue } from '@/components/ui/money-format';
import type { BookingStatus } from '@/components/ui/status';

export type AppointmentRowView = {
  id: string;
  href: string;
  other: Pictured;
  serviceTitle: string;
  start: Date;
  end: Date;
  status: BookingStatus;
  price: MoneyValue;
};

/** One appointment of a list: when, what, with whom, in which state. */
export function AppointmentRow({ row, zone }: { row: AppointmentRowView; zone: string }) {
  const t = useTranslations('appointments');
  return (
    <li>
      <a
        href={row.href}
        className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-sm hover:text-accent-ink"
      >
        <Avatar of={row.other} />
        <span className="grid min-w-0 flex-1 basis-52">
          <b className="font-semibold first-letter:uppercase">
            <Instant at={row.start} zone={zone} style="weekdayDate" />,{' '}
            <Span start={row.start} end={row.end} zone={zone} />
          </b>
          <span className="text-sm text-ink-2">
            {row.serviceTitle}, {t('with', { name: row.other.name })}
          </span>
        </span>
        <Money value={row.price} className="text-sm text-ink-2" />
        <StatusChip status={row.status} />
      </a>
    </li>
  );
}
