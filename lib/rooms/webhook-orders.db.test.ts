import { beforeAll, describe, expect, it } from 'vitest';
import { acceptBooking } from '@/lib/booking/accept-booking';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { carryOutCall } from '@/lib/payments/calls/carry-out-call';
import { refundByAdmin } from '@/lib/payments/refunds/refund-by-admin';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { TestJourney } from '@/prisma/test-journey';
import { stripeForTests } from '@/prisma/test-services';
import { deliver, eventMark, eventsSince, type SentEvent } from '@/prisma/test-webhooks';
import { answerCheckoutChallenge, payCheckout } from '@/sandbox/testing/hosted-pages';

/** So many orders of each course and way; the drill takes all. */
const orders = Number(process.env.ORDERS ?? 8);
const asked = { paymentMode: 'at_booking', confirmationMode: 'request' } as const;
const instant = { paymentMode: 'at_booking', confirmationMode: 'instant' } as const;
const stored = { paymentMode: 'before_entry', confirmationMode: 'instant' } as const;
const asksHolder = '4000002760003184';

const stripe = stripeForTests();

type Step = (journey: TestJourney, bookingId: string) => Promise<void>;
type Course = {
  title: string;
  service: typeof asked | typeof instant | typeof stored;
  /** Until here everything was heard. */
  begin: (journey: TestJourney) => Promise<string>;
  /** What then happens at the payment service, and we hear nothing of it. */
  steps: Step[];
  /** What it sends about that. */
  events: string[];
  ends: { payment: object; booking: string; balances: Record<string, number> };
};

async function ordered(journey: TestJourney): Promise<string> {
  const bookingId = await journey.hold();
  const answer = await journey.order(bookingId);
  if (!answer.ok) throw new Error(answer.error.code);
  return bookingId;
}

const pay =
  (card?: string): Step =>
  async (journey, bookingId) => {
    await payCheckout((await journey.payment(bookingId)).checkoutUrl ?? '', card);
  };
const confirmAtBank: Step = async (journey, bookingId) => {
  await answerCheckoutChallenge((await journey.payment(bookingId)).checkoutUrl ?? '', 'pass');
};
/** The call acts, and the worker dies before it is written down. */
const callAndDie =
  (kind: string): Step =>
  async (journey, bookingId) => {
    await carryOutCall((await journey.call(bookingId, kind)).id, journey.now());
  };
const disputes = new Map<string, string>();
const raise: Step = async (journey, bookingId) => {
  const { chargeId: charge } = await journey.payment(bookingId);
  const { id } = (await stripe.control('disputes', { charge })) as { id: string };
  disputes.set(bookingId, id);
};
const decide =
  (status: 'won' | 'lost'): Step =>
  async (_, bookingId) => {
    await stripe.control('disputes/close', { dispute: disputes.get(bookingId), status });
  };

const objectIdOf = (event: SentEvent): string => {
  const { data }: { data?: { object: { id: string } } } = JSON.parse(JSON.stringify(event));
  return data?.object.id ?? '';
};
/** Where we are in what the payment service sends. */
let mark = '';

const courses: Course[] = [
  {
    title: 'paid at booking, asked by the bank',
    service: instant,
    begin: ordered,
    steps: [pay(asksHolder), confirmAtBank],
    events: [
      'payment_intent.created',
      'payment_intent.requires_action',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ],
    ends: {
      payment: { status: 'paid_held', paidAmount: 12_000 },
      booking: 'accepted',
      balances: { SP: 11_795, XF: 205, CP: -12_000 },
    },
  },
  {
    title: 'a request, authorised',
    service: asked,
    begin: ordered,
    steps: [pay()],
    events: [
      'payment_intent.created',
      'payment_intent.amount_capturable_updated',
      'charge.succeeded',
      'checkout.session.completed',
    ],
    ends: { payment: { status: 'authorised', paidAmount: 0 }, booking: 'pending', balances: {} },
  },
  {
    title: 'a request, captured',
    service: asked,
    begin: async (journey) => {
      const bookingId = await journey.requested();
      await acceptBooking(journey.specialist.actor, { bookingId });
      return bookingId;
    },
    steps: [callAndDie('capture')],
    events: [
      'payment_intent.amount_capturable_updated',
      'charge.succeeded',
      'checkout.session.completed',
      'charge.captured',
      'payment_intent.succeeded',
    ],
    ends: {
      payment: { status: 'paid_held', paidAmount: 12_000 },
      booking: 'accepted',
      balances: { SP: 11_795, XF: 205, CP: -12_000 },
    },
  },
  {
    title: 'a stored card, charged for a late cancellation',
    service: stored,
    begin: async (journey) => {
      const bookingId = await journey.requested();
      const { startsAt } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
      await journey.advance(addHours(startsAt, -2));
      await cancelBooking(journey.client, { bookingId, reason: null });
      return bookingId;
    },
    steps: [callAndDie('chargeCard')],
    events: [
      'setup_intent.succeeded',
      'checkout.session.completed',
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
    ],
    ends: {
      payment: { status: 'delivered_held', advisorAmount: 9858 },
      booking: 'cancelled',
      balances: { SP: 11_795, XF: 205, CP: 0, AH: -9858, RC: -1800, VO: -342 },
    },
  },
  {
    title: 'given back by a cancellation',
    service: instant,
    begin: async (journey) => {
      const bookingId = await journey.requested();
      await cancelBooking(journey.client, { bookingId, reason: null });
      return bookingId;
    },
    steps: [callAndDie('refund')],
    events: [
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
      'refund.created',
      'charge.refunded',
    ],
    ends: {
      payment: { status: 'refunded', refundedAmount: 12_000 },
      booking: 'cancelled',
      balances: { SP: 11_795, XF: 205, CP: 0, SA: -12_000 },
    },
  },
  {
    title: 'disputed and won',
    service: instant,
    begin: async (journey) => {
      const bookingId = await journey.requested();
      await journey.ended(bookingId);
      return bookingId;
    },
    steps: [raise, decide('won')],
    events: [
      'payment_intent.succeeded',
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.funds_reinstated',
      'charge.dispute.closed',
    ],
    ends: {
      payment: { status: 'delivered_held', disputedFrom: null, advisorAmount: 9858 },
      booking: 'completed',
      balances: { SP: 11_795, XF: 205, XD: 2000, DR: 0, CP: 0, AH: -9858, RC: -1800, VO: -342, SA: -2000 },
    },
  },
  {
    title: 'paid out, a part given back, the rest disputed and lost',
    service: instant,
    begin: async (journey) => {
      const bookingId = await journey.requested();
      await journey.paidOut(bookingId);
      const { id: paymentId } = await journey.payment(bookingId);
      const admin = await makeAccount({ isAdmin: true });
      const given = await refundByAdmin(admin, { paymentId, amount: 3600 });
      expect(given.ok).toBe(true);
      return bookingId;
    },
    steps: [callAndDie('refund'), raise, decide('lost')],
    events: [
      'refund.created',
      'charge.refunded',
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.closed',
    ],
    ends: {
      payment: { status: 'charged_back', refundedAmount: 3600, chargedBackAmount: 8400, advisorAmount: 0 },
      booking: 'completed',
      // 117.95 came; 36.00 and 84.00 went back with the bank's 20.00, and both reversals brought the advisor's part.
      balances: { SP: 0, XF: 205, XD: 2000, DR: 0, CP: 0, AH: 0, AP: 0, AR: 0, RC: 0, VO: 0, SA: -2205 },
    },
  },
];

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

/** As sent, backwards, and others spread evenly over all orders. */
function chosen(events: readonly string[]): string[][] {
  const all = permutations(events);
  if (orders >= all.length) return all;
  const step = (all.length - 1) / (orders - 1);
  return Array.from({ length: orders }, (_, nth) => all[Math.round(nth * step)] ?? []);
}

/** Brings a payment of its own to the end of its course; `isHalfway`: half of it is heard while it is under way. */
async function run(course: Course, order: readonly string[], isHalfway: boolean): Promise<void> {
  const journey = await TestJourney.start(stripe, { services: [course.service] });
  await journey.onboard();
  await journey.advance(new Date());
  mark = await eventMark(stripe, mark);
  const bookingId = await course.begin(journey);
  const heard: SentEvent[] = [];
  const hear = async (most: number) => {
    const sent = await eventsSince(stripe, mark);
    for (const event of order.flatMap((type) => sent.filter((one) => one.type === type).slice(0, 1))) {
      if (heard.length >= most || heard.some(({ id }) => id === event.id)) continue;
      heard.push(event);
      await Promise.all([deliver(event), deliver(event)]);
    }
  };
  for (const step of course.steps) {
    if (isHalfway) await hear(Math.floor(order.length / 2));
    await step(journey, bookingId);
  }
  await hear(order.length);
  expect(heard.map(({ type }) => type).toSorted()).toEqual([...order].toSorted());
  for (const event of heard) await journey.tellOf(objectIdOf(event));
  await journey.drain();
  expect(await journey.payment(bookingId)).toMatchObject(course.ends.payment);
  const { status } = await db().booking.findUniqueOrThrow({ where: { id: bookingId } });
  expect(status).toBe(course.ends.booking);
  expect(await journey.balances(bookingId)).toEqual(course.ends.balances);
}

describe.each(courses)('$title', (course) => {
  beforeAll(async () => {
    const own = await TestJourney.start(stripe);
    await own.advance(new Date());
    await own.fund(50_000);
  });

  it.each([false, true])(
    'ends the same in every order, halfway heard: %s',
    async (isHalfway) => {
      for (const order of chosen(course.events))
        await run(course, order, isHalfway).catch((error: unknown) => {
          throw new Error(`heard in the order ${order.join(', ')}`, { cause: error });
        });
      await (await TestJourney.start(stripe)).expectSound();
    },
    1_800_000,
  );
});
