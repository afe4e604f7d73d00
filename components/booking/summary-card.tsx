import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { VerifiedBadge } from '@/components/ui/chip';
import { Icon } from '@/components/ui/icon';
import { Avatar } from '@/components/ui/portrait';
import { PlaceBlock } from './place-block';
import { PriceTable } from './price-table';
import type { BookingView } from './types';
import { WhenBlock } from './when-block';

/** What becomes of the money until it is earned, below the sum. */
export function PaidAfter({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 text-sm text-ink-3">
      <Icon of={ShieldCheck} className="mt-0.5" />
      {children}
    </p>
  );
}

/** Who, what, when and for how much, beside everything one does with a booking. */
export function SummaryCard({
  booking,
  isPriced = true,
  isChannelOpen = false,
  line,
  priceTerm,
  children,
}: {
  booking: BookingView;
  /** The money stands elsewhere on the page. */
  isPriced?: boolean;
  /** The way to meet is still being chosen beside it. */
  isChannelOpen?: boolean;
  /** Length and way to meet in other words, and what the price is for. */
  line?: string;
  priceTerm?: string;
  children?: ReactNode;
}) {
  const t = useTranslations('booking.summary');
  const { advisor } = booking;
  return (
    <aside aria-label={t('label')} className="card min-w-0 divide-y divide-line lg:sticky lg:top-22">
      <div className="card-pad flex items-center gap-3">
        <Avatar of={advisor} size="lg" />
        <div className="grid min-w-0 flex-1 wrap-anywhere">
          <b className="font-semibold">{advisor.name}</b>
          {advisor.givenBy && <span className="text-sm">{t('givenBy', { name: advisor.givenBy })}</span>}
          <span className="text-sm text-ink-3">{advisor.headline}</span>
          {advisor.isVerified && <VerifiedBadge>{t('verified')}</VerifiedBadge>}
        </div>
      </div>
      <div className="card-pad grid gap-4">
        <div>
          <p className="font-serif text-h3 font-medium wrap-anywhere">{booking.serviceTitle}</p>
          <p className="text-sm text-ink-3">
            {line ??
              (isChannelOpen
                ? t('minutes', { minutes: booking.durationMinutes })
                : t('line', { minutes: booking.durationMinutes, channel: t(`channels.${booking.channel}`) }))}
          </p>
        </div>
        {booking.place && <PlaceBlock place={booking.place} isOpen={isChannelOpen} />}
        <WhenBlock
          start={booking.start}
          end={booking.end}
          clientZone={booking.clientZone}
          advisorZone={booking.advisorZone}
          advisorName={advisor.name}
        />
      </div>
      {isPriced && (
        <div className="card-pad grid gap-4">
          <PriceTable price={booking.price} vat={booking.vat} term={priceTerm} />
          {children}
        </div>
      )}
    </aside>
  );
}

/** The main part and the summary beside it; on narrow screens the summary may come first. */
export function BookingGrid({
  summary,
  summaryFirst = false,
  children,
}: {
  summary: ReactNode;
  summaryFirst?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_23rem] lg:gap-18">
      <div className="grid min-w-0 gap-8">{children}</div>
      <div className={summaryFirst ? 'h-full min-w-0 max-lg:-order-1' : 'h-full min-w-0'}>{summary}</div>
    </div>
  );
}
