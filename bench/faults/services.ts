import { cancelBooking } from '@/lib/booking/cancel-booking';
import { addHours } from '@/lib/shared/time';
import { delay } from '@/scripts/lib/processes';
import { book, confirmed, insist } from '../load/journey';
import { accept, callBegun, makeScene, paymentIs, requested, type Scene } from '../load/scene';
import type { Clock } from '../stand/clock';
import { countViolations, settle } from '../stand/settle';
import type { Stand } from '../stand/stand';

/** How a service can fail us: refuses, cuts the line before or after it acted, acts and says it did not, hangs. */
const modes = ['error', 'timeout', 'timeout_after_effect', 'error_after_effect', 'delay'] as const;
const paths = ['/checkout/sessions', '/capture', '/refunds'];
const times = 2;
const hangMs = 6_000;

/** An answer of 500 is repeated for its key, which the service forgets after 24 hours. */
async function outlast(scene: Scene, bookingId: string, kind: string, mode: string): Promise<void> {
  if (!mode.startsWith('error')) return;
  await callBegun(bookingId, kind);
  await delay(3_000);
  await scene.clock.moveTo(addHours(scene.clock.now(), 25));
}

/**
 * The fee of a charge that is given back is lost, and a refund waits while the balance is short of it. Two late
 * cancellations leave the platform enough to pay for the fees of all modes.
 */
async function earnFees({ clock, instant, visitors }: Scene): Promise<void> {
  for (const [n, visitor] of visitors.slice(0, 2).entries()) {
    const { bookingId } = await book(visitor, instant, clock.now(), n, 2);
    await confirmed(bookingId);
    const input = { bookingId, reason: null };
    await insist('cancel late', bookingId, ['cancelled'], () => cancelBooking(visitor.actor, input));
    await paymentIs(bookingId, 'delivered_held');
  }
}

/** Mail and payment service refusing, hanging and answering after the effect; a journey with a refund in each mode. */
export async function services(stand: Stand, clock: Clock): Promise<string[]> {
  const scene = await makeScene(stand, clock);
  await earnFees(scene);
  const lines: string[] = [];
  for (const mode of modes) {
    const startedAt = Date.now();
    const fault = { mode, count: times, delayMs: hangMs };
    // The calls themselves, not the look-ups under the same path.
    for (const path of paths) await stand.control('stripe', 'fail', { ...fault, path, method: 'POST' });
    await stand.control('mail', 'fail', { ...fault, count: 2 * times });
    const booked = await requested(scene);
    await accept(booked);
    await outlast(scene, booked.bookingId, 'capture', mode);
    await paymentIs(booked.bookingId, 'paid_held');
    const input = { bookingId: booked.bookingId, reason: null };
    await insist('cancel', booked.bookingId, ['cancelled'], () => cancelBooking(booked.advisor.actor, input));
    await outlast(scene, booked.bookingId, 'refund', mode);
    await paymentIs(booked.bookingId, 'refunded');
    lines.push(`${mode}: booked, captured and refunded in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  await settle(stand, clock);
  const violations = await countViolations(stand, clock);
  return [
    ...lines,
    violations === 0 ? '0 violations, every mail arrived once' : `WRONG: ${violations} violations`,
  ];
}
