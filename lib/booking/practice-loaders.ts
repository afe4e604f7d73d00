import { notFound } from 'next/navigation';
import type { ProviderActor } from '@/lib/access/actor';
import { can } from '@/lib/access/policy';
import { marking } from '@/lib/booking/rules/outcome';
import { isOpenReschedule } from '@/lib/booking/rules/reschedule';
import { readEarning } from '@/lib/payments/earnings/read-earnings';
import { readRecords } from '@/lib/payments/offline/read-records';
import { openPayToken } from '@/lib/payments/pay-link/read-pay-link';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { addLocalDays, localDate, startOfLocalDay } from '@/lib/shared/time';
import { appointmentView } from './appointment-view';
import { inPractice } from './practice-filter';
import { loadProviderBooking } from './loaders';
import { countBookings, listBookingViews } from './repository';
import { countAskedToMove, listAskedToMove } from './reschedule/repository';
import type { BookingView } from './types';
import { publicStatus } from './view-for-client';

const perPage = 20;
const agendaDays = 7;

/**
 * What waits for the provider's answer: requests, and sessions that their client wants to move; of an organisation all, or
 * those of one member. The most urgent first.
 */
export async function loadRequests(actor: ProviderActor, member?: string): Promise<BookingView[]> {
  const now = await clock();
  const filter = inPractice(actor, member);
  const page = { statuses: ['pending' as const], order: 'asc' as const, from: now, take: 100 };
  const [requests, moves] = await Promise.all([
    listBookingViews(db(), filter, page),
    listAskedToMove(db(), filter, { now, take: 100 }),
  ]);
  return [...requests, ...moves]
    .filter((row) => deadlineOf(row) > now.getTime())
    .toSorted((a, b) => deadlineOf(a) - deadlineOf(b));
}

function deadlineOf({ status, reschedules: [move], answerBy, startsAt }: BookingView): number {
  return ((status === 'accepted' ? move?.heldUntil : answerBy) ?? startsAt).getTime();
}

/** How many of them there are, for the menu. */
export async function countWaitingRequests(actor: ProviderActor): Promise<number> {
  const filter = inPractice(actor);
  const [requests, moves] = await Promise.all([
    countBookings(db(), filter, ['pending']),
    countAskedToMove(db(), filter, await clock()),
  ]);
  return requests + moves;
}

/** Sessions, requests and proposals of today, over or not, and of the six days after, in the provider's zone. */
export async function loadAgenda(actor: ProviderActor, zone: string) {
  const now = await clock();
  const today = localDate(now, zone);
  const end = startOfLocalDay(addLocalDays(today, agendaDays), zone);
  const rows = await listBookingViews(db(), inPractice(actor), {
    statuses: ['proposed', 'pending', 'accepted', 'completed', 'missed'],
    from: startOfLocalDay(today, zone),
    order: 'asc',
    take: 200,
  });
  const window = { start: startOfLocalDay(today, zone), end };
  return { bookings: rows.filter(({ startsAt }) => startsAt < end), today, window, now };
}

/**
 * Everything that has not ended, of an organisation of all or of one member; the next first, with the proposals of another
 * time that are still open.
 */
export async function loadComingSessions(actor: ProviderActor, member?: string): Promise<BookingView[]> {
  const now = await clock();
  const statuses = ['proposed', 'pending', 'accepted'] as const;
  const page = { statuses: [...statuses], order: 'asc' as const, take: 200, from: now };
  const rows = await listBookingViews(db(), inPractice(actor, member), page);
  const isOpen = (move: { heldUntil: Date }) => isOpenReschedule(move, now);
  return rows.map((row) => ({ ...row, reschedules: row.reschedules.filter(isOpen) }));
}

/** What ended or was closed before, of an organisation of all or of one member; the latest first, page by page from 1. */
export async function loadPastSessions(actor: ProviderActor, page: number, member?: string) {
  const rows = await listBookingViews(db(), inPractice(actor, member), {
    statuses: ['completed', 'missed', 'cancelled', 'rejected'],
    orEndedBy: await clock(),
    hasLapsed: true,
    order: 'desc',
    take: perPage + 1,
    skip: (Math.max(1, page) - 1) * perPage,
  });
  return { bookings: rows.slice(0, perPage), hasMore: rows.length > perPage };
}

/** Sessions in person that are over and wait for the provider's word, those that are due first. */
export async function loadUnmarked(actor: ProviderActor): Promise<BookingView[]> {
  const now = await clock();
  const page = { statuses: [], orEndedBy: now, order: 'asc' as const, take: 50 };
  const rows = await listBookingViews(db(), inPractice(actor), page);
  return rows.filter((booking) => marking(booking, 'completed', now).ok);
}

/**
 * A booking of the provider with its money and what can be done now; 404 for any other, and for mere holds, which no
 * provider sees.
 */
export async function loadPracticeAppointment(actor: ProviderActor, bookingId: string) {
  const booking = await loadProviderBooking(actor, bookingId);
  if (!booking || publicStatus(booking) === null) return notFound();
  const now = await clock();
  // What is left of the price is the owner's business; the file of the client the practice's in view.
  const earning = can(actor, 'provider:own', booking) ? await readEarning(db(), booking.id) : null;
  const hasFile = can(actor, 'client:view', booking);
  const records = booking.payment?.mode === 'off_platform' ? await readRecords(db(), booking.payment.id) : [];
  const payToken = booking.payment && (await openPayToken(booking.payment.id));
  const canRecord = can(actor, 'payment:record', booking);
  return {
    booking,
    earning,
    hasFile,
    state: appointmentView(booking, now),
    now,
    records,
    payToken,
    canRecord,
  };
}
