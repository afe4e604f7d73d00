import { CircleCheckBig, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useVatLine } from '@/components/booking/price-table';
import { useHref } from '@/components/layout/use-href';
import { Banner } from '@/components/ui/banner';
import { ButtonLink, buttonStyles } from '@/components/ui/button';
import { Money } from '@/components/ui/money';
import { EventHead } from './event-head';
import { EventSections } from './event-sections';
import type { EventView } from './event-view';
import { SeatPanel, type SeatPanelLabels } from './seat-panel';

/** What became of an event that is not on sale any more. */
function Closed({ event }: { event: EventView }) {
  const t = useTranslations('events.page');
  const href = useHref();
  const reasons = { by_host: t('byHost'), below_minimum: t('belowMinimum'), host_absent: t('hostAbsent') };
  const isCancelled = event.status === 'cancelled';
  return (
    <Banner
      tone="line"
      icon={isCancelled ? X : CircleCheckBig}
      heading={isCancelled ? t('cancelled') : t('completed')}
      action={
        <ButtonLink href={href('/events')} size="sm" variant="secondary">
          {t('all')}
        </ButtonLink>
      }
    >
      {isCancelled ? event.ending && reasons[event.ending] : t('completedText')}
    </Banner>
  );
}

/** Sentences of the panel as they are written; the leaf fills in counts and dates itself. */
function usePanelLabels(): SeatPanelLabels {
  const t = useTranslations('events.panel');
  const tWaiting = useTranslations('waiting');
  const raw = (key: 'seatsLeft' | 'lastSeats' | 'early' | 'cancelUntil'): string => String(t.raw(key));
  return {
    take: t('take'),
    seatsLeft: raw('seatsLeft'),
    lastSeats: raw('lastSeats'),
    loading: t('loading'),
    full: t('full'),
    join: t('join'),
    joinNote: t('joinNote'),
    waiting: t('waiting'),
    toLine: tWaiting('toList'),
    held: t('held'),
    finish: t('finish'),
    booked: t('booked'),
    toSeat: t('toSeat'),
    early: raw('early'),
    closed: t('closed'),
    started: t('started'),
    over: t('over'),
    unbookable: t('unbookable'),
    cancelUntil: raw('cancelUntil'),
    cancelNever: t('cancelNever'),
  };
}

/** Price with the tax in it, and the way to a seat. */
function SeatCard({ event }: { event: EventView }) {
  const t = useTranslations('events.panel');
  const tSeats = useTranslations('seats');
  const locale = useLocale();
  const href = useHref();
  const vatLine = useVatLine(event.vat);
  const isFree = event.price.amount === 0;
  return (
    <div className="card card-pad grid gap-4">
      <h2 id="seat-heading" className="sr-only">
        {t('heading')}
      </h2>
      <div>
        <p className="font-serif text-h2">{isFree ? t('free') : <Money value={event.price} />}</p>
        {!isFree && <p className="text-xs text-ink-3">{vatLine}</p>}
      </div>
      <SeatPanel
        eventId={event.id}
        start={event.start.toISOString()}
        end={event.end.toISOString()}
        onSaleFrom={event.onSaleFrom?.toISOString() ?? null}
        freeCancelUntil={event.freeCancelUntil.toISOString()}
        isFree={isFree}
        seatHref={event.seatHref}
        lineHref={href({ pathname: '/appointments', hash: 'waiting' })}
        locale={locale}
        labels={usePanelLabels()}
        buttonLook={buttonStyles({ size: 'lg', block: true })}
        quietLook={buttonStyles({ variant: 'secondary', size: 'lg', block: true })}
      />
      {!isFree && <p className="text-xs text-ink-3">{tSeats('paidAfter')}</p>}
    </div>
  );
}

/** What an event is, when, by whom, what it costs, and how to come. */
export function EventPage({ event }: { event: EventView }) {
  return (
    <div className="wrap pt-[clamp(1.5rem,1rem+2vw,3rem)] pb-(--section)">
      <div className="grid gap-x-[clamp(2.5rem,1rem+3vw,4.5rem)] gap-y-[clamp(2rem,1.5rem+2vw,3.5rem)] lg:grid-cols-[minmax(0,1fr)_23.5rem]">
        <div className="min-w-0">
          <EventHead event={event} />
        </div>
        <aside
          data-needs-script=""
          aria-labelledby={event.status === 'published' ? 'seat-heading' : undefined}
          className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-1"
        >
          <div className="lg:sticky lg:top-22">
            {event.status === 'published' ? <SeatCard event={event} /> : <Closed event={event} />}
          </div>
        </aside>
        <EventSections event={event} />
      </div>
    </div>
  );
}
