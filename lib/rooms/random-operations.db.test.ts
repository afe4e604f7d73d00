import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AccountActor } from '@/lib/access/actor';
import { blockTime, unblockTime } from '@/lib/availability/blocked/block-time';
import { abandonHold } from '@/lib/booking/abandon-hold';
import { acceptBooking } from '@/lib/booking/accept-booking';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { declineProposal } from '@/lib/booking/decline-proposal';
import { holdSlot } from '@/lib/booking/hold-slot';
import { bookingInvariants } from '@/lib/booking/invariants';
import { sweepBookings, sweepWaiting } from '@/lib/booking/jobs';
import { orderBooking } from '@/lib/booking/order-booking';
import { proposeBooking } from '@/lib/booking/propose-booking';
import { rejectBooking } from '@/lib/booking/reject-booking';
import {
  acceptReschedule,
  declineReschedule,
  withdrawReschedule,
} from '@/lib/booking/reschedule/answer-reschedule';
import { proposeTime } from '@/lib/booking/reschedule/propose-time';
import { joinWaitingList } from '@/lib/booking/waiting/join-waiting-list';
import { leaveWaitingList } from '@/lib/booking/waiting/leave-waiting-list';
import { withdrawBooking } from '@/lib/booking/withdraw-booking';
import { cancelEvent } from '@/lib/events/cancel-event';
import { createEvent } from '@/lib/events/create-event';
import { eventInvariants } from '@/lib/events/invariants';
import { sweepEvents, sweepSeatWaiting } from '@/lib/events/jobs';
import { publishEvent } from '@/lib/events/publish-event';
import { abandonHold as abandonSeat } from '@/lib/events/seats/abandon-hold';
import { cancelSeat } from '@/lib/events/seats/cancel-seat';
import { takeSeat } from '@/lib/events/seats/take-seat';
import { leaveLine } from '@/lib/events/waiting/leave-line';
import { waitForSeat } from '@/lib/events/waiting/wait-for-seat';
import { paymentInvariants } from '@/lib/payments/invariants';
import { db } from '@/lib/server/db/client';
import { checkInvariant } from '@/lib/server/db/invariant';
import { doAll } from '@/lib/server/jobs/sweep-rows';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import type { Offer } from '@/lib/services/types';
import type { Result } from '@/lib/shared/result';
import { addHours, localDate } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { carryOutStripeCall } from '@/prisma/test-jobs';
import { payForSeat, tellOfSeat } from '@/prisma/test-seats';
import { stripeForTests } from '@/prisma/test-services';
import { checkIn } from './check-in';
import { settleEndedSessions } from './jobs';

/** So many operations; the drill makes 10 000. */
const operations = Number(process.env.OPERATIONS ?? 1200);
const workers = 16;
const zone = 'Europe/Berlin';

let specialists: { seeded: SeededProvider; offer: Offer }[];
let clients: AccountActor[];
let offsetHours = 0;
stripeForTests();

/** Repeatable for a seed, so that a failure can be looked at again. */
function randomOf(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
type Random = ReturnType<typeof randomOf>;

beforeAll(async () => {
  specialists = [];
  for (let made = 0; made < 5; made += 1) {
    // The last one has little time, so that there is something to wait for.
    const rare = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 540, endMinute: 620 }));
    const seeded = await makeSpecialist({
      ...(made === 4 && { ranges: rare }),
      services: [
        {
          priceAmount: 0,
          durationMinutes: 30,
          bufferAfterMinutes: 10,
          confirmationMode: made % 2 === 0 ? 'request' : 'instant',
          dailyLimit: made === 3 ? 3 : null,
        },
      ],
    });
    const offer = await readOffer(db(), seeded.serviceIds[0] ?? '');
    if (offer) specialists.push({ seeded, offer });
  }
  clients = [];
  for (let made = 0; made < Math.max(40, operations / 40); made += 1) clients.push(await makeAccount());
}, 120_000);
afterAll(async () => {
  await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds: 0 } });
});

const now = () => new Date(Date.now() + offsetHours * 3_600_000);

type Kind = 'held' | 'proposed' | 'pending' | 'accepted' | 'askedToMove';

async function anyBooking(random: Random, kinds: Kind[]) {
  const statuses = kinds.filter((kind) => kind !== 'askedToMove');
  const asked = { status: 'accepted' as const, reschedules: { some: { status: 'open' as const } } };
  const rows = await db().booking.findMany({
    where: kinds.includes('askedToMove') ? asked : { status: { in: statuses } },
    select: { id: true, clientId: true, providerId: true, startsAt: true },
    orderBy: { createdAt: 'desc' },
    take: 40,
  });
  return rows[random(rows.length)];
}

function sidesOf(booking: { clientId: string; providerId: string }) {
  const client = clients.find(({ accountId }) => accountId === booking.clientId);
  const provider = specialists.find(({ seeded }) => seeded.providerId === booking.providerId)?.seeded.actor;
  return client && provider ? { client, provider } : null;
}

const nowhere = () => ({ success: '', cancel: '', locale: 'en' as const });
type Operation = (random: Random) => Promise<Result<unknown> | null>;

/** A time that is free, or was a moment ago. */
async function freeStart(random: Random, offer: Offer): Promise<Date | undefined> {
  const start = addHours(now(), random(96));
  const slots = await listFreeTimes(db(), offer, { start, end: addHours(start, 24) }, now());
  return slots[random(Math.min(slots.length, 6))]?.start;
}

const about =
  (
    kinds: Kind[],
    run: (
      of: { id: string; startsAt: Date } & NonNullable<ReturnType<typeof sidesOf>>,
      random: Random,
    ) => ReturnType<Operation>,
  ): Operation =>
  async (random) => {
    const booking = await anyBooking(random, kinds);
    const sides = booking && sidesOf(booking);
    return sides ? run({ ...booking, ...sides }, random) : null;
  };

const providerOf = (providerId: string) =>
  specialists.find(({ seeded }) => seeded.providerId === providerId)?.seeded.actor;

/** An event of a few hours ahead with few places, so that they are fought for. */
async function newEvent(random: Random): Promise<Result<unknown> | null> {
  const host = specialists[random(specialists.length)]?.seeded.actor;
  if (!host) return null;
  const created = await createEvent(host, {
    start: { date: localDate(addHours(now(), 12 + random(60)), zone), minute: 1260 + random(8) * 15 },
    deadline: null,
    durationMinutes: 30,
    priceAmount: random(2) * 1000,
    vatBps: 0,
    minimumSeats: 1 + random(2),
    maximumSeats: 2 + random(3),
    language: 'en',
    cover: 'cover-talk',
    texts: [{ locale: 'en', title: 'Event', description: '' }],
  });
  return created.ok ? publishEvent(host, { eventId: created.value.eventId }) : created;
}

async function anyEvent(random: Random) {
  const rows = await db().event.findMany({
    where: { status: 'published' },
    select: { id: true, providerId: true },
    orderBy: { createdAt: 'desc' },
    take: 6,
  });
  return rows[random(rows.length)];
}

const aboutSeat =
  (
    status: 'held' | 'booked',
    run: (seatId: string, client: AccountActor) => ReturnType<Operation>,
  ): Operation =>
  async (random) => {
    const rows = await db().seat.findMany({
      where: { status },
      select: { id: true, clientId: true },
      orderBy: { createdAt: 'desc' },
      take: 20,
    });
    const seat = rows[random(rows.length)];
    const client = clients.find(({ accountId }) => accountId === seat?.clientId);
    return seat && client ? run(seat.id, client) : null;
  };

/** Pays, as a client would who may be late; the word of it comes twice. */
async function paySeat(seatId: string, client: AccountActor): Promise<Result<unknown> | null> {
  const { priceAmount } = await db().seat.findUniqueOrThrow({ where: { id: seatId } });
  if (priceAmount === 0) return null;
  try {
    await payForSeat(client, seatId);
  } catch {
    // Over, let go, or paid by another worker meanwhile.
    return null;
  }
  await Promise.all([tellOfSeat(seatId), tellOfSeat(seatId)]);
  return { ok: true, value: null };
}

/** Whoever has something to do in an event whose room is open. */
async function come(random: Random): Promise<Result<unknown> | null> {
  const at = now();
  const event = await db().event.findFirst({
    where: { status: 'published', startsAt: { lte: at }, endsAt: { gt: at } },
    select: { id: true, providerId: true },
  });
  const host = event && providerOf(event.providerId);
  return host && random(4) > 0 ? checkIn(host, { eventId: event.id }) : null;
}

const doing: Record<string, Operation> = {
  hold: async (random) => {
    const { offer } = specialists[random(3) === 0 ? 4 : random(specialists.length)] ?? {};
    const client = clients[random(clients.length)];
    const start = offer && (await freeStart(random, offer));
    return client && start
      ? holdSlot(client, { serviceId: offer.serviceId, start, channel: undefined })
      : null;
  },
  order: about(['held', 'proposed'], ({ id, client }) =>
    orderBooking(client, { bookingId: id, note: null, channel: undefined, earlyStart: true }, nowhere),
  ),
  abandon: about(['held'], ({ id, client }) => abandonHold(client, { bookingId: id })),
  accept: about(['pending'], ({ id, provider }) => acceptBooking(provider, { bookingId: id })),
  reject: about(['pending'], ({ id, provider }) => rejectBooking(provider, { bookingId: id, reason: null })),
  withdraw: about(['pending'], ({ id, client }) => withdrawBooking(client, { bookingId: id, reason: null })),
  cancel: about(['accepted'], ({ id, client, provider }, random) =>
    cancelBooking(random(2) === 0 ? client : provider, { bookingId: id, reason: null }),
  ),
  move: about(['accepted'], ({ id, startsAt, client, provider }, random) =>
    proposeTime(random(2) === 0 ? client : provider, {
      bookingId: id,
      start: new Date(startsAt.getTime() + (random(97) - 48) * 15 * 60_000),
      message: null,
    }),
  ),
  moveAccepted: about(['askedToMove'], ({ id, client, provider }, random) =>
    acceptReschedule(random(2) === 0 ? client : provider, { bookingId: id }),
  ),
  moveDeclined: about(['askedToMove'], ({ id, client, provider }, random) =>
    (random(2) === 0 ? declineReschedule : withdrawReschedule)(random(2) === 0 ? client : provider, {
      bookingId: id,
    }),
  ),
  propose: about(['accepted'], ({ client, provider }, random) => {
    const serviceId = specialists.find(({ seeded }) => seeded.actor === provider)?.offer.serviceId ?? '';
    return proposeBooking(provider, {
      clientId: client.accountId,
      serviceId,
      title: null,
      date: localDate(addHours(now(), 24 + random(96)), zone),
      time: random(96) * 15,
      durationMinutes: 30,
      price: 0,
      channel: 'video',
      message: null,
      isAgreed: random(3) === 0,
    });
  }),
  decline: about(['proposed'], ({ id, client }) => declineProposal(client, { bookingId: id, reason: null })),
  block: async (random) => {
    const { seeded } = specialists[random(specialists.length)] ?? {};
    const date = localDate(addHours(now(), 24 + random(96)), zone);
    const startMinute = random(90) * 15;
    const times = { date, lastDate: date, startMinute, endMinute: startMinute + 30, title: null };
    return seeded ? blockTime(seeded.actor, times) : null;
  },
  unblock: async (random) => {
    const rows = await db().blockedTime.findMany({ select: { id: true, specialistId: true }, take: 20 });
    const row = rows[random(rows.length)];
    const owner = specialists.find(({ seeded }) => seeded.providerId === row?.specialistId);
    return row && owner ? unblockTime(owner.seeded.actor, { blockedId: row.id }) : null;
  },
  wait: async (random) => {
    const { offer } = specialists[4] ?? {};
    const client = clients[random(clients.length)];
    const day = localDate(addHours(now(), 24 * random(4)), zone);
    return client && offer
      ? joinWaitingList(client, { serviceId: offer.serviceId, first: day, last: day })
      : null;
  },
  stopWaiting: async (random) => {
    const rows = await db().waitingEntry.findMany({
      where: { status: { in: ['waiting', 'offered'] } },
      select: { id: true, clientId: true, eventId: true },
      take: 20,
    });
    const entry = rows[random(rows.length)];
    const client = clients.find(({ accountId }) => accountId === entry?.clientId);
    if (!entry || !client) return null;
    return (entry.eventId ? leaveLine : leaveWaitingList)(client, { entryId: entry.id });
  },
  waitForSeat: async (random) => {
    const event = await anyEvent(random);
    const client = clients[random(clients.length)];
    return event && client ? waitForSeat(client, { eventId: event.id }) : null;
  },
  newEvent,
  takeSeat: async (random) => {
    const event = await anyEvent(random);
    const client = clients[random(clients.length)];
    return event && client ? takeSeat(client, { eventId: event.id }) : null;
  },
  paySeat: aboutSeat('held', paySeat),
  abandonSeat: aboutSeat('held', (seatId, client) => abandonSeat(client, { seatId })),
  cancelSeat: aboutSeat('booked', (seatId, client) => cancelSeat(client, { seatId })),
  cancelEvent: async (random) => {
    const event = await anyEvent(random);
    const host = event && providerOf(event.providerId);
    return host && random(3) === 0 ? cancelEvent(host, { eventId: event.id }) : null;
  },
  sweep: async () => {
    await sweepEvents();
    await sweepBookings();
    await settleEndedSessions();
    await doAll([sweepWaiting(), sweepSeatWaiting()]);
    return { ok: true, value: null };
  },
};
/** What most of the rest lives on is done more often. */
const wheel = [
  ...Object.keys(doing),
  'hold',
  'hold',
  'hold',
  'hold',
  'order',
  'order',
  'order',
  'accept',
  'withdraw',
  'withdraw',
  'move',
  'takeSeat',
  'takeSeat',
  'takeSeat',
  'takeSeat',
  'takeSeat',
  'takeSeat',
  'paySeat',
  'paySeat',
  'wait',
  'waitForSeat',
];

/** What the worker would do at the payment service. */
async function drain(): Promise<void> {
  const calls = await db().stripeCall.findMany({ where: { status: 'waiting' }, select: { id: true } });
  for (const { id } of calls) await carryOutStripeCall({ callId: id });
}

/** Refunds wait for money that the service does not have: the sandbox knows no other income. */
const moneyOnly = paymentInvariants.filter(({ name }) => name !== 'payments.refundsAreUnderWay');

it(`${operations} random operations of ${workers} at once leave nothing wrong`, async () => {
  const done = new Map<string, number>();
  let left = operations;
  const work = async (worker: number) => {
    const random = randomOf(worker * 7919 + 17);
    while (left > 0) {
      left -= 1;
      // The clock goes on, so that holds, proposals and answer times end, and sessions too.
      if (worker === 0 && left % 5 === 0) {
        offsetHours += 0.5;
        const milliseconds = Math.round(offsetHours * 3_600_000);
        await db().clockOffset.update({ where: { id: 1 }, data: { milliseconds } });
      }
      if (random(10) === 0) await come(random);
      const name = wheel[random(wheel.length)] ?? 'hold';
      const result = await doing[name]?.(random);
      if (result?.ok) done.set(name, (done.get(name) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  await sweepEvents();
  await sweepBookings();
  await settleEndedSessions();
  await drain();
  console.log(`succeeded: ${[...done].map(([name, times]) => `${name} ${times}`).join(', ')}`);
  expect([...done.keys()].toSorted()).toEqual(Object.keys(doing).toSorted());
  const broken = [];
  for (const invariant of [...bookingInvariants, ...eventInvariants, ...moneyOnly]) {
    const { name, violations } = await checkInvariant(db(), invariant, now());
    if (violations.length > 0) broken.push([name, violations.slice(0, 3)]);
  }
  expect(broken).toEqual([]);
}, 1_800_000);
