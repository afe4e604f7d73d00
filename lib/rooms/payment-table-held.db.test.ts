import { expect, it } from 'vitest';
import { sweepMoney } from '@/lib/payments/jobs';
import { addHours } from '@/lib/shared/time';
import { after, type PaymentRow, PaymentWalk } from '@/prisma/test-payment-walk';
import { stripeForTests } from '@/prisma/test-services';
import { checkIn } from './check-in';
import { settleEndedSessions } from './jobs';

const asked = {};

const stripe = stripeForTests();
let w: PaymentWalk;

const accepted = () => w.journey.accepted();
const drained = () => w.journey.drain();
const cancel = (bookingId: string) => w.cancel(bookingId);
const cancelByAdvisor = (bookingId: string) => w.cancelByAdvisor(bookingId);
const cancelLate = (bookingId: string) => w.cancelLate(bookingId);
const ended = () => w.ended();
const claimed = () => w.claimed();

const rows: PaymentRow[] = [
  {
    trigger: 'free cancellation',
    service: asked,
    through: ['paid_held', 'refunding', 'refunded'],
    walk: after(accepted, cancel, drained),
    key: 'rf:{pay}:1',
    entries: ['E6'],
  },
  {
    trigger: 'the advisor cancels',
    service: asked,
    through: ['paid_held', 'refunding', 'refunded'],
    walk: after(accepted, cancelByAdvisor, drained),
    key: 'rf:{pay}:1',
    entries: ['E6'],
  },
  {
    trigger: 'the advisor never came',
    service: asked,
    through: ['paid_held', 'refunding', 'refunded'],
    walk: after(accepted, async (bookingId) => {
      const { startsAt, endsAt } = await w.booking(bookingId);
      await w.journey.advance(startsAt);
      await checkIn(w.journey.client, { bookingId });
      await w.journey.advance(endsAt);
      await settleEndedSessions();
      await w.journey.drain();
    }),
    key: 'rf:{pay}:1',
    entries: ['E6'],
  },
  {
    trigger: 'the session took place',
    service: asked,
    through: ['paid_held', 'delivered_held'],
    walk: ended,
    entries: ['E3'],
  },
  {
    trigger: 'late cancellation of what was paid',
    service: asked,
    through: ['paid_held', 'delivered_held'],
    walk: after(accepted, cancelLate),
    entries: ['E3'],
  },
  { trigger: 'a claim in time', service: asked, through: ['delivered_held', 'claim_open'], walk: claimed },
  {
    trigger: 'a claim ends with everything back',
    service: asked,
    through: ['claim_open', 'refunding', 'refunded'],
    walk: () => w.settled({ kind: 'refund', amount: 12_000 }),
    key: 'rf:{pay}:1',
    entries: ['E9'],
  },
  {
    trigger: 'a claim ends with a part back',
    service: asked,
    through: ['claim_open', 'refunding', 'delivered_held'],
    walk: () => w.settled({ kind: 'refund', amount: 3600 }),
    key: 'rf:{pay}:1',
    entries: ['E10'],
  },
  {
    trigger: 'a claim ends without',
    service: asked,
    through: ['claim_open', 'releasable'],
    walk: () => w.settled({ kind: 'release' }),
    entries: ['E4'],
  },
  {
    trigger: 'the window is over, and it is paid out',
    service: asked,
    through: ['delivered_held', 'releasable', 'in_payout', 'transferred'],
    walk: after(accepted, (bookingId) => w.journey.paidOut(bookingId)),
    key: 'tr:{pay}:1',
    entries: ['E4', 'E5'],
  },
  {
    trigger: 'a transfer fails, and is made under the next number',
    service: asked,
    through: ['in_payout', 'releasable', 'in_payout', 'transferred'],
    walk: after(accepted, async (bookingId) => {
      await stripe.control('fail', { mode: 'refused', path: '/v1/transfers', method: 'POST' });
      await w.journey.paidOut(bookingId);
      await w.journey.advance(addHours(w.journey.now(), 2));
      await sweepMoney();
      await w.journey.drain();
    }),
    key: 'tr:{pay}:2',
    entries: ['E5'],
  },
  ...(
    [
      ['paid_held', accepted],
      ['delivered_held', ended],
      ['claim_open', claimed],
      ['releasable', () => w.settled({ kind: 'release' })],
      ['transferred', after(accepted, (bookingId) => w.journey.paidOut(bookingId))],
    ] as const
  ).flatMap(([from, begin]): PaymentRow[] => [
    {
      trigger: `${from}: disputed and won`,
      service: asked,
      through: [from, 'disputed', from],
      walk: after(begin, (bookingId) => w.disputed(bookingId, 'won')),
      entries: ['E13'],
    },
    {
      trigger: `${from}: disputed and lost`,
      service: asked,
      through: [from, 'disputed', 'charged_back'],
      walk: after(begin, (bookingId) => w.disputed(bookingId, 'lost')),
      entries: ['E13'],
    },
  ]),
  {
    trigger: 'an admin gives back after the transfer',
    service: asked,
    through: ['transferred', 'clawback', 'refunded'],
    walk: () => w.refundAfterTransfer(),
    key: 'rv:{pay}:1',
    entries: ['E12'],
  },
];

it.each(rows)('$trigger', async ({ service, through, walk, key, entries = [] }) => {
  w = await PaymentWalk.start(stripe, service);
  const bookingId = await walk();
  const seen = await w.seen(bookingId, key);
  expect(seen.statuses.slice(-through.length)).toEqual(through);
  expect((await w.journey.payment(bookingId)).status).toBe(through.at(-1));
  expect(seen.calls).toBe(key ? 1 : 0);
  expect(seen.entries).toEqual(expect.arrayContaining(entries));
  await w.journey.expectSound();
});
