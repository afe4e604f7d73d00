import type { ProviderActor } from '@/lib/access/actor';
import { type BlockedTime, readBlockedTimes } from '@/lib/availability/blocked/read-blocked-times';
import { type ImportedTime, readImportedTimes } from '@/lib/availability/calendars/read-imported-times';
import { readClosedHours } from '@/lib/availability/read-closed-hours';
import type { Stretch } from '@/lib/availability/rules/closed-hours';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import {
  addLocalDays,
  type Interval,
  isLocalDate,
  type LocalDate,
  localDate,
  startOfLocalDay,
} from '@/lib/shared/time';
import { type AgendaPeriod, agendaPeriod, agendaViews } from './rules/agenda-period';
import { isMovable } from './rules/reschedule';
import { listOpenReschedules, type OpenReschedule } from './reschedule/repository';
import { inPractice } from './practice-filter';
import { listBookingViews } from './repository';
import type { BookingView } from './types';

export type AgendaContent = {
  period: AgendaPeriod;
  /** The same from midnight to midnight. */
  window: Interval;
  today: LocalDate;
  now: Date;
  bookings: BookingView[];
  proposals: OpenReschedule[];
  blocked: BlockedTime[];
  /** Busy in calendars kept elsewhere. */
  imported: ImportedTime[];
  /** When the practice takes no bookings, by day. */
  closed: Readonly<Record<LocalDate, readonly Stretch[]>>;
  /** Whether another time can be proposed for a booking. */
  isMovable: (booking: BookingView) => boolean;
};

const most = 1000;

/** What a provider's agenda shows in a period, in the provider's zone; a period that is none is this week. */
export async function loadAgendaPeriod(
  actor: ProviderActor,
  zone: string,
  asked: { view?: unknown; date?: unknown; member?: string | undefined },
): Promise<AgendaContent> {
  const now = await clock();
  const today = localDate(now, zone);
  const view = agendaViews.find((one) => one === asked.view) ?? 'week';
  const date = typeof asked.date === 'string' && isAgendaDate(asked.date) ? asked.date : today;
  const period = agendaPeriod(view, date);
  const [first = today] = period.days;
  const window = {
    start: startOfLocalDay(first, zone),
    end: startOfLocalDay(addLocalDays(period.days.at(-1) ?? first, 1), zone),
  };
  const filter = inPractice(actor, asked.member);
  // What takes a specialist's time besides sessions is for themselves alone, and so are the hours of a practice of one.
  const { id: ownId, kind } = actor.provider;
  const isOwn = kind === 'specialist';
  const [bookings, proposals, blocked, imported, closed] = await Promise.all([
    listBookingViews(db(), filter, {
      statuses: ['proposed', 'pending', 'accepted', 'completed', 'missed'],
      from: window.start,
      until: window.end,
      order: 'asc',
      take: most,
    }),
    listOpenReschedules(db(), filter, window, now),
    isOwn ? readBlockedTimes(db(), ownId, window) : [],
    isOwn ? readImportedTimes(db(), ownId, window) : [],
    isOwn ? readClosedHours(db(), ownId, period.days) : {},
  ]);
  return {
    period,
    window,
    today,
    now,
    bookings,
    proposals,
    blocked,
    imported,
    closed,
    isMovable: (booking: BookingView) => isMovable(booking, now),
  };
}

/** Days that calendars and the database can reckon with. */
const isAgendaDate = (text: string) => isLocalDate(text) && text > '2000-01-31' && text < '2200-01-01';
