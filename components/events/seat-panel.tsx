'use client';

import { useEffect, useState } from 'react';
import { browserZone } from '@/components/accounts/browser-zone';
import { fill } from '@/components/ui/fill';
import { Skeleton } from '@/components/ui/skeleton';
import { areLastSeats } from '@/lib/events/rules/seats-left';
import type { OwnEventSeats } from '@/lib/events/types';
import { formatInstant } from '@/lib/i18n/time-format';
import { zoneName } from '@/lib/i18n/zone-name';
import { type PanelState, panelState } from './panel-state';
import { askSeats } from './seats-client';

/** Sentences of the panel as they are written; the leaf fills in counts and dates itself. */
export type SeatPanelLabels = Record<
  | Exclude<PanelState, 'open'>
  | 'take'
  | 'seatsLeft'
  | 'lastSeats'
  | 'loading'
  | 'join'
  | 'joinNote'
  | 'toLine'
  | 'finish'
  | 'toSeat'
  | 'cancelUntil'
  | 'cancelNever',
  string
>;

type SeatPanelProps = {
  eventId: string;
  /** Instants as text. */
  start: string;
  end: string;
  onSaleFrom: string | null;
  freeCancelUntil: string;
  isFree: boolean;
  /** Where a seat is taken, paid, seen or waited for, whatever of it is possible. */
  seatHref: string;
  /** The reader's waiting list. */
  lineHref: string;
  locale: string;
  labels: SeatPanelLabels;
  /** Classes of the button, handed in so that no variant code comes along. */
  buttonLook: string;
  quietLook: string;
};

/** The answer about the seats; nothing yet while it is on its way, or when it does not come. */
function useSeats(eventId: string) {
  const [seats, setSeats] = useState<OwnEventSeats>();
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    askSeats(eventId, stop.signal)
      .then(setSeats, () => {})
      .finally(() => setIsAsked(true));
    return () => stop.abort();
  }, [eventId]);
  return { seats, isLoading: !isAsked };
}

function Line({ seats, state, onSaleFrom, locale, labels }: Told) {
  if (state === 'open') {
    const words = areLastSeats(seats.seatsLeft) ? labels.lastSeats : labels.seatsLeft;
    return fill(words, { count: String(seats.seatsLeft) });
  }
  if (state !== 'early' || !onSaleFrom) return labels[state];
  return fill(labels.early, { date: written(onSaleFrom, locale) });
}

type Told = SeatPanelProps & { seats: OwnEventSeats; state: PanelState };

/** On the reader's clocks, with the name of their zone: the terms beside it are in the host's. */
function written(at: string, locale: string): string {
  const zone = browserZone();
  return `${formatInstant(new Date(at), { locale, zone, style: 'dateTime' })} (${zoneName(zone, locale)})`;
}

/** The one thing that can be done; while nothing is known yet, to try. */
function Button({ state, labels, seatHref, lineHref, buttonLook, quietLook }: Omit<Told, 'seats'>) {
  const words: Partial<Record<PanelState, string>> = {
    open: labels.take,
    full: labels.join,
    held: labels.finish,
    booked: labels.toSeat,
  };
  const word = words[state];
  if (state === 'waiting')
    return (
      <a href={lineHref} className={quietLook}>
        {labels.toLine}
      </a>
    );
  return (
    word && (
      <a href={seatHref} rel="nofollow" className={buttonLook}>
        {word}
      </a>
    )
  );
}

/** Until when whoever books now can cancel free of charge. */
function cancelSentence({ freeCancelUntil, locale, labels }: SeatPanelProps): string {
  if (new Date() > new Date(freeCancelUntil)) return labels.cancelNever;
  return fill(labels.cancelUntil, { date: written(freeCancelUntil, locale) });
}

/** How many seats are left and what one can do about it; a link that works without script stands here until then. */
export function SeatPanel(props: SeatPanelProps) {
  const { eventId, start, end, isFree, labels } = props;
  const { seats, isLoading } = useSeats(eventId);
  const state = seats && panelState({ start: new Date(start), end: new Date(end) }, seats, new Date());
  const shown = state ?? 'open';
  return (
    <div className="grid gap-3">
      <p role="status" className="min-h-6 font-medium noscript:hidden">
        {isLoading && (
          <>
            <span className="sr-only">{labels.loading}</span>
            <Skeleton className="mt-1 h-4 w-2/5" />
          </>
        )}
        {seats && state && <Line {...props} seats={seats} state={state} />}
      </p>
      <Button {...props} state={shown} />
      {shown === 'full' && <p className="text-xs text-ink-3">{labels.joinNote}</p>}
      {seats && state === 'open' && !isFree && <p className="text-xs text-ink-3">{cancelSentence(props)}</p>}
    </div>
  );
}
