import { acceptBooking } from '@/lib/booking/accept-booking';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { rejectBooking } from '@/lib/booking/reject-booking';
import { withdrawBooking } from '@/lib/booking/withdraw-booking';
import { db } from '@/lib/server/db/client';
import { addHours, addMinutes } from '@/lib/shared/time';
import { delay } from '@/scripts/lib/processes';
import { book, type Booked, confirmed, enter, insist } from '../load/journey';
import { bookInCompany } from '../load/company';
import { connectAdvisors } from '../load/connect';
import { type Advisor, makeAdvisors, makeVisitors, type Visitor } from '../load/people';
import type { Clock } from '../stand/clock';
import { persist, retries } from '../stand/persist';
import { countViolations, settle } from '../stand/settle';
import type { Part, Stand } from '../stand/stand';

const wantedKills = 20;
const wantedFinished = 200;
const perRound = 60;
const parallel = 10;
const killEveryMs = 8_000;
const turn: Part[] = ['web-1', 'worker', 'database', 'web-2', 'worker', 'database'];
const finished = ['completed', 'missed', 'cancelled', 'rejected'] as const;

type Course =
  | 'attend'
  | 'missed'
  | 'nobody'
  | 'cancelFree'
  | 'cancelByAdvisor'
  | 'reject'
  | 'withdraw'
  | 'silent';
const courses: Course[] = [
  'attend',
  'attend',
  'cancelFree',
  'attend',
  'reject',
  'missed',
  'attend',
  'withdraw',
  'nobody',
  'attend',
  'cancelByAdvisor',
  'silent',
];

type Going = Booked & { course: Course };

/** Full journeys over HTTP while app, worker and database are killed in turn; then everything must add up. */
export async function kills(stand: Stand, clock: Clock): Promise<string[]> {
  const advisors = await makeAdvisors(10, stand.webUrls, clock.now());
  await connectAdvisors(stand, advisors.slice(0, 7), clock.now());
  const visitors = await makeVisitors(30, stand.webUrls, clock.now());
  const load = { isOver: false };
  const killer = killInTurn(stand, load);
  const startedAt = Date.now();
  let rounds = 0;
  try {
    for (; (await countFinished()) < wantedFinished || stand.kills < wantedKills; rounds += 1) {
      if (rounds === 10) throw new Error('10 rounds were not enough');
      await round(clock, advisors, visitors, rounds);
    }
    const [host] = advisors;
    if (host) await bookInCompany(clock, host, visitors.slice(10));
    await leaveOpen(clock, advisors, visitors);
  } finally {
    load.isOver = true;
    await killer;
  }
  const loadSeconds = Math.round((Date.now() - startedAt) / 1000);
  await settle(stand, clock);
  const settleSeconds = Math.round((Date.now() - startedAt) / 1000) - loadSeconds;
  const violations = await countViolations(stand, clock, true);
  const count = await countFinished();
  return [
    `${count} finished bookings in ${rounds} rounds and ${loadSeconds} s under load, ${stand.kills} × kill -9, settled ${settleSeconds} s after the last, ${violations} violations`,
    `tried again: ${[...retries].map(([what, times]) => `${what} ${times}`).join(', ')}`,
    ...(violations === 0 && stand.kills >= wantedKills && count >= wantedFinished ? [] : ['WRONG']),
  ];
}

const countFinished = () =>
  persist('count', () => db().booking.count({ where: { status: { in: [...finished] } } }));

async function killInTurn(stand: Stand, load: { isOver: boolean }): Promise<void> {
  while (!load.isOver && stand.kills < wantedKills) {
    await delay(killEveryMs);
    if (!load.isOver) await stand.kill(turn[stand.kills % turn.length] ?? 'worker');
  }
}

async function round(clock: Clock, advisors: Advisor[], visitors: Visitor[], number: number): Promise<void> {
  const from = addHours(clock.now(), 72);
  const going: Going[] = [];
  let next = 0;
  const oneAfterTheOther = async (lane: number) => {
    while (next < perRound) {
      const n = next++;
      const advisor = advisors[n % advisors.length];
      const visitor = visitors[(lane * 3 + (n % 3)) % visitors.length];
      if (!advisor || !visitor) return;
      const course = courses[(n + Math.floor(n / courses.length) + number) % courses.length] ?? 'attend';
      going.push(await bookAndDecide({ ...(await book(visitor, advisor, from, n)), course }));
    }
  };
  await Promise.all(Array.from({ length: parallel }, (_, lane) => oneAfterTheOther(lane)));
  await holdSessions(clock, going);
}

/** Some requests and accepted sessions lie ahead at the end, so that the invariants about them have something to check. */
async function leaveOpen(clock: Clock, advisors: Advisor[], visitors: Visitor[]): Promise<void> {
  const from = addHours(clock.now(), 72);
  for (const [n, advisor] of advisors.slice(0, 6).entries()) {
    const visitor = visitors[n];
    if (!visitor) return;
    await bookAndDecide({ ...(await book(visitor, advisor, from, n)), course: 'silent' });
  }
}

async function bookAndDecide(booked: Going): Promise<Going> {
  const { bookingId, advisor, visitor, course } = booked;
  const status = await confirmed(bookingId);
  const input = { bookingId, reason: null };
  if (status === 'pending') {
    if (course === 'reject')
      await insist('reject', bookingId, ['rejected'], () => rejectBooking(advisor.actor, input));
    if (course === 'withdraw')
      await insist('withdraw', bookingId, ['cancelled'], () => withdrawBooking(visitor.actor, input));
    if (course === 'reject' || course === 'withdraw' || course === 'silent') return booked;
    await insist('accept', bookingId, ['accepted'], () => acceptBooking(advisor.actor, { bookingId }));
  }
  if (course === 'cancelFree')
    await insist('cancel', bookingId, ['cancelled'], () => cancelBooking(visitor.actor, input));
  if (course === 'cancelByAdvisor')
    await insist('cancel', bookingId, ['cancelled'], () => cancelBooking(advisor.actor, input));
  return booked;
}

/** The clock goes from session to session; who comes, comes. Afterwards the claim windows are over. */
async function holdSessions(clock: Clock, going: Going[]): Promise<void> {
  const starts = [...new Set(going.map(({ startsAt }) => startsAt.getTime()))].sort((a, b) => a - b);
  for (const start of starts) {
    await clock.moveTo(new Date(start));
    const now = going.filter(({ startsAt }) => startsAt.getTime() === start);
    const isThere = ({ course }: Going) =>
      course === 'attend' || course === 'reject' || course === 'withdraw' || course === 'silent';
    const open = await persist('open', () =>
      db().booking.findMany({
        where: { id: { in: now.map(({ bookingId }) => bookingId) }, status: 'accepted' },
        select: { id: true },
      }),
    );
    const accepted = now.filter(({ bookingId }) => open.some(({ id }) => id === bookingId));
    await Promise.all(
      accepted
        .filter(isThere)
        .flatMap(({ bookingId, advisor, visitor }, n) => [
          enter(visitor.browsers, bookingId, n),
          enter(advisor.browsers, bookingId, n + 1),
        ]),
    );
    const waiting = accepted.filter(({ course }) => course === 'missed');
    for (let minute = 0; waiting.length > 0 && minute <= 12; minute += 2) {
      await clock.moveTo(addMinutes(new Date(start), minute));
      await Promise.all(waiting.map(({ bookingId, advisor }, n) => enter(advisor.browsers, bookingId, n)));
    }
  }
  const last = starts.at(-1);
  if (last !== undefined) await clock.moveTo(addHours(new Date(last), 76));
}
