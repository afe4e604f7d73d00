import { cancelBooking } from '@/lib/booking/cancel-booking';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { payCheckout } from '@/sandbox/testing/hosted-pages';
import { delay } from '@/scripts/lib/processes';
import { confirmed, enter, freeTimes, insist, order, pick } from '../load/journey';
import { accept, callBegun, makeScene, paid, paymentIs, requested, type Scene } from '../load/scene';
import type { Clock } from '../stand/clock';
import { persist } from '../stand/persist';
import { countViolations, settle } from '../stand/settle';
import type { Stand } from '../stand/stand';

const hangMs = 4_000;

type Case = { title: string; run: (scene: Scene) => Promise<void> };

const slow = (path: string) => ({ mode: 'delay', path, count: 1, delayMs: hangMs });

const cases: Case[] = [
  {
    title: 'worker dead between the commit and the capture',
    run: async (scene) => {
      const booked = await requested(scene);
      await scene.stand.takeDown('worker');
      await accept(booked);
      await delay(1_000);
      await scene.stand.revive('worker');
      await paymentIs(booked.bookingId, 'paid_held');
    },
  },
  {
    title: 'worker killed while the capture is under way',
    run: async (scene) => {
      const booked = await requested(scene);
      await scene.stand.control('stripe', 'fail', slow('/capture'));
      await accept(booked);
      await callBegun(booked.bookingId, 'capture');
      await scene.stand.kill('worker');
      await paymentIs(booked.bookingId, 'paid_held');
    },
  },
  {
    title: 'worker killed while the refund is under way',
    run: async (scene) => {
      const booked = await paid(scene, scene.instant);
      await confirmed(booked.bookingId);
      await scene.stand.control('stripe', 'fail', slow('/refunds'));
      const input = { bookingId: booked.bookingId, reason: null };
      await insist('cancel', booked.bookingId, ['cancelled'], () =>
        cancelBooking(booked.visitor.actor, input),
      );
      await callBegun(booked.bookingId, 'refund');
      await scene.stand.kill('worker');
      await paymentIs(booked.bookingId, 'refunded');
    },
  },
  {
    title: 'web process killed while the checkout is being opened',
    run: async (scene) => {
      const [visitor] = scene.visitors;
      const [first, second] = visitor?.browsers ?? [];
      const [serviceId = ''] = scene.instant.serviceIds;
      if (!first || !second) throw new Error('nobody there');
      const [start = ''] = await freeTimes(first, serviceId, addHours(scene.clock.now(), 96));
      const bookingId = await pick(first, serviceId, start);
      if (!bookingId) throw new Error('the time was taken');
      await scene.stand.control('stripe', 'fail', slow('/checkout/sessions'));
      const lost = order(first, bookingId).catch(() => null);
      await delay(1_000);
      await scene.stand.kill('web-1');
      await lost;
      const url = await persist('order', () => order(second, bookingId));
      await persist('pay', () => payCheckout(url));
      await confirmed(bookingId);
      const { checkoutAttempt } = await db().payment.findUniqueOrThrow({ where: { bookingId } });
      if (checkoutAttempt !== 1) throw new Error(`${checkoutAttempt} checkouts`);
    },
  },
  {
    title: 'web process killed between payment and webhook',
    run: async (scene) => {
      await scene.stand.control('stripe', 'webhooks', { hold: true });
      const booked = await paid(scene, scene.instant);
      await scene.stand.kill('web-1');
      await scene.stand.control('stripe', 'webhooks', { hold: false });
      await scene.stand.control('stripe', 'webhooks/release');
      await confirmed(booked.bookingId);
    },
  },
  {
    title: 'database killed between payment and webhook',
    run: async (scene) => {
      await scene.stand.control('stripe', 'webhooks', { hold: true });
      const booked = await paid(scene, scene.asked);
      await scene.stand.control('stripe', 'webhooks', { hold: false });
      await Promise.all([scene.stand.control('stripe', 'webhooks/release'), scene.stand.kill('database')]);
      await confirmed(booked.bookingId);
    },
  },
  {
    title: 'worker killed while the transfer is under way',
    run: async (scene) => {
      const booked = await paid(scene, scene.instant);
      await confirmed(booked.bookingId);
      await scene.clock.moveTo(booked.startsAt);
      await enter(booked.visitor.browsers, booked.bookingId, 0);
      await enter(booked.advisor.browsers, booked.bookingId, 1);
      await scene.stand.control('stripe', 'fail', slow('/transfers'));
      await scene.clock.moveTo(addHours(booked.startsAt, 76));
      await callBegun(booked.bookingId, 'transfer');
      await scene.stand.kill('worker');
      await paymentIs(booked.bookingId, 'transferred');
    },
  },
];

/** A crash at each of the points where the database and the payment service could come apart. */
export async function crashes(stand: Stand, clock: Clock): Promise<string[]> {
  const scene = await makeScene(stand, clock);
  const lines: string[] = [];
  for (const { title, run } of cases) {
    const startedAt = Date.now();
    await run(scene);
    lines.push(`${title}: right again after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  await settle(stand, clock);
  const violations = await countViolations(stand, clock);
  return [...lines, violations === 0 ? '0 violations' : `WRONG: ${violations} violations`];
}
