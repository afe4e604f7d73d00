import { expect, it } from 'vitest';
import { rejectBooking } from '@/lib/booking/reject-booking';
import { sweepMoney } from '@/lib/payments/jobs';
import { recordOffline } from '@/lib/payments/offline/record-offline';
import { openCheckout } from '@/lib/payments/open-checkout';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { after, type PaymentRow, PaymentWalk } from '@/prisma/test-payment-walk';
import { stripeForTests } from '@/prisma/test-services';

const asked = {};
const instant = { confirmationMode: 'instant' } as const;
const stored = { confirmationMode: 'instant', paymentMode: 'before_entry', horizonDays: 365 } as const;
const ahead = { confirmationMode: 'instant', horizonDays: 365 } as const;
const outside = { confirmationMode: 'instant', paymentMode: 'off_platform' } as const;

const stripe = stripeForTests();
let w: PaymentWalk;

const ordered = () => w.ordered();
const accepted = () => w.journey.accepted();
const refusedLater = () => w.journey.accepted(undefined, '4000000000000341');
const drained = () => w.journey.drain();
const told = (bookingId: string) => w.journey.tellOfCheckout(bookingId);
const overdue = (bookingId: string) => w.overdue(bookingId);
const pay = (bookingId: string) => w.pay(bookingId);
const door = (bookingId: string) => w.door(bookingId);
const cancel = (bookingId: string) => w.cancel(bookingId);
const cancelByAdvisor = (bookingId: string) => w.cancelByAdvisor(bookingId);
const cancelLate = (bookingId: string) => w.cancelLate(bookingId);
const payByLink = (bookingId: string) => w.payByLink(bookingId);

const rows: PaymentRow[] = [
  {
    trigger: 'book at price 0',
    service: { priceAmount: 0 },
    through: ['not_needed'],
    walk: () => w.journey.hold(),
  },
  {
    trigger: 'book, paid at booking',
    service: asked,
    through: ['none', 'checkout_open'],
    walk: () => w.ordered(),
    key: 'co:{pay}:1:',
  },
  {
    trigger: 'book, paid before entry',
    service: stored,
    through: ['none', 'setup_open'],
    walk: () => w.ordered(),
    key: 'cs:{pay}:1:',
  },
  {
    trigger: 'book, more than 60 days ahead',
    service: ahead,
    through: ['none', 'setup_open'],
    walk: () => w.ordered(24 * 61),
    key: 'cs:{pay}:1:',
  },
  { trigger: 'book, paid elsewhere', service: outside, through: ['none', 'due'], walk: () => w.ordered() },
  {
    trigger: 'the card is left',
    service: stored,
    through: ['setup_open', 'card_on_file'],
    walk: () => w.journey.requested(),
  },
  {
    trigger: 'the hold is over, a page to pay',
    service: asked,
    through: ['checkout_open', 'none'],
    walk: after(ordered, overdue, drained),
    key: 'ex:{cs}',
  },
  {
    trigger: 'the hold is over, a page for a card',
    service: stored,
    through: ['setup_open', 'none'],
    walk: after(ordered, overdue, drained),
    key: 'ex:{cs}',
  },
  {
    trigger: 'paid late, the time is free',
    service: instant,
    through: ['checkout_open', 'none', 'paid_held'],
    walk: after(ordered, overdue, pay, told),
    entries: ['E1'],
  },
  {
    trigger: 'paid late, the time is taken',
    service: instant,
    through: ['none', 'paid_held', 'refunding', 'refunded'],
    walk: after(ordered, overdue, pay, async (bookingId) => {
      const other = await w.journey.requested();
      const { startsAt, endsAt } = await w.booking(bookingId);
      expect(await w.booking(other)).toMatchObject({ startsAt, endsAt });
      await w.journey.tellOfCheckout(bookingId);
      await w.journey.drain();
    }),
    key: 'rf:{pay}:1',
    entries: ['E1', 'E6'],
  },
  {
    trigger: 'a request is authorised',
    service: asked,
    through: ['checkout_open', 'authorised'],
    walk: () => w.journey.requested(),
  },
  {
    trigger: 'accepted',
    service: asked,
    through: ['authorised', 'paid_held'],
    walk: accepted,
    key: 'cap:{pay}',
    entries: ['E1'],
  },
  {
    trigger: 'rejected',
    service: asked,
    through: ['authorised', 'none'],
    walk: after(
      () => w.journey.requested(),
      (bookingId) => rejectBooking(w.journey.specialist.actor, { bookingId, reason: null }),
      drained,
    ),
    key: 'void:{pay}',
  },
  {
    trigger: 'the method takes a while, and then has paid',
    service: instant,
    through: ['checkout_open', 'processing', 'paid_held'],
    walk: after(ordered, pay, async (bookingId) => {
      await w.say(bookingId, (facts) => ({
        ...facts,
        charge: null,
        intent: facts.intent && { ...facts.intent, status: 'processing' },
      }));
      await w.journey.tellOfCheckout(bookingId);
    }),
    entries: ['E1'],
  },
  {
    trigger: 'another amount than is due',
    service: instant,
    through: ['checkout_open', 'refunding', 'refunded'],
    walk: after(ordered, async (bookingId) => {
      await w.pay(bookingId);
      const { id } = await w.journey.payment(bookingId);
      await db().payment.update({ where: { id }, data: { amount: 11_999 } });
      await w.journey.tellOfCheckout(bookingId);
      await w.journey.drain();
      expect(await w.booking(bookingId)).toMatchObject({ status: 'expired' });
    }),
    key: 'rf:{pay}:1',
    entries: ['E1', 'E6'],
  },
  {
    trigger: 'at the door',
    service: stored,
    through: ['card_on_file', 'charging', 'paid_held'],
    walk: after(accepted, door, drained),
    key: 'off:{pay}:1',
    entries: ['E1'],
  },
  {
    trigger: 'at the door, the card is refused: paid on a page',
    service: stored,
    through: ['card_on_file', 'charging', 'checkout_open', 'paid_held'],
    walk: after(refusedLater, door, drained, async (bookingId) => {
      const page = await w.door(bookingId);
      if (!page.ok || !page.value) throw new Error('no page');
      const { accountId, email, name } = w.journey.client;
      const words = { title: 'Session', description: 'Session', locale: 'fr' as const, now: w.journey.now() };
      const urls = { successUrl: 'http://localhost:3000/done', cancelUrl: 'http://localhost:3000/back' };
      await openCheckout(page.value, {
        ...words,
        ...urls,
        capture: 'automatic',
        customer: { accountId, email, name },
      });
      await w.pay(bookingId);
      await w.journey.tellOfCheckout(bookingId);
    }),
    key: 'co:{pay}:1:',
    entries: ['E1'],
  },
  {
    trigger: '7 days before the start',
    service: ahead,
    through: ['card_on_file', 'charging', 'paid_held'],
    walk: after(
      () => w.journey.requested(24 * 61),
      async (bookingId) => {
        await w.journey.advance(addHours((await w.booking(bookingId)).startsAt, -7 * 24));
        await sweepMoney();
        await w.journey.drain();
      },
    ),
    key: 'off:{pay}:1',
    entries: ['E1'],
  },
  {
    trigger: 'late cancellation of what a card is stored for',
    service: stored,
    through: ['card_on_file', 'charging', 'delivered_held'],
    walk: after(accepted, cancelLate),
    key: 'off:{pay}:1',
    entries: ['E1', 'E3'],
  },
  {
    trigger: 'free cancellation of the same',
    service: stored,
    through: ['card_on_file', 'none'],
    walk: after(accepted, cancel, drained),
    key: 'dt:{pm}',
  },
  {
    trigger: 'the advisor cancels the same',
    service: stored,
    through: ['card_on_file', 'none'],
    walk: after(accepted, cancelByAdvisor, drained),
    key: 'dt:{pm}',
  },
  {
    trigger: 'the card is refused, and again',
    service: stored,
    through: ['charging', 'due', 'charging', 'due'],
    walk: after(refusedLater, cancelLate, async () => {
      await w.journey.advance(addHours(w.journey.now(), 25));
      await sweepMoney();
      await w.journey.drain();
    }),
    key: 'off:{pay}:2',
  },
  {
    trigger: 'what is due is paid by link',
    service: stored,
    through: ['charging', 'due', 'delivered_held'],
    walk: after(refusedLater, cancelLate, payByLink),
    key: 'co:{pay}:2:',
    entries: ['E1', 'E3'],
  },
  {
    trigger: 'amounts recorded elsewhere reach the price',
    service: outside,
    through: ['none', 'due', 'settled_offline'],
    walk: after(ordered, async (bookingId) => {
      const { id: paymentId, amount } = await w.journey.payment(bookingId);
      await recordOffline(w.journey.specialist.actor, { paymentId, amount: 5000 });
      expect((await w.journey.payment(bookingId)).status).toBe('due');
      await recordOffline(w.journey.specialist.actor, { paymentId, amount: amount - 5000 });
    }),
  },
  {
    trigger: 'nothing after 60 days',
    service: stored,
    through: ['charging', 'due', 'uncollectible'],
    walk: after(refusedLater, cancelLate, async (bookingId) => {
      const { id } = await w.journey.payment(bookingId);
      await db().payment.update({ where: { id }, data: { chargeAt: null } });
      await w.journey.advance(addHours(w.journey.now(), 60 * 24));
      await sweepMoney();
    }),
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
