import { expect, it } from 'vitest';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import { db } from '@/lib/server/db/client';
import { RandomPractice } from '@/prisma/test-practice';
import { Random } from '@/prisma/test-random';
import { stripeForTests } from '@/prisma/test-services';

/** So many practices; the drill takes more. */
const courses = Number(process.env.COURSES ?? 16);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const sessions = 5;

const stripe = stripeForTests();

/** Where money can stay for good. */
const ends: PaymentStatus[] = [
  'none',
  'not_needed',
  'due',
  'checkout_open',
  'setup_open',
  'card_on_file',
  'claim_open',
  'transferred',
  'refunded',
  'charged_back',
  'settled_offline',
  'uncollectible',
];

/**
 * Payments that have not come to their end. What a bank has taken back in part the service gives back no more; its rest
 * stays on its way, and somebody has to look.
 */
async function stuck(providerId: string) {
  const isLost = { disputes: { some: { status: 'lost' as const } } };
  return db().payment.findMany({
    where: {
      providerId,
      status: { notIn: ends },
      NOT: { status: { in: ['refunding', 'clawback'] }, ...isLost },
    },
    select: { id: true, status: true },
  });
}

it(`whatever happens to sessions, claims, disputes, refunds and payouts of ${courses} practices, all adds up`, async () => {
  const done = new Map<string, number>();
  let now = new Date();
  for (let course = 0; course < courses; course += 1) {
    const of = `SEED=${seed + course} COURSES=1`;
    try {
      const practice = await RandomPractice.open(stripe, new Random(seed + course), now);
      for (let session = 0; session < sessions; session += 1) await practice.course();
      expect(await practice.close()).toEqual([]);
      await practice.journey.expectSound();
      expect(await stuck(practice.journey.specialist.providerId)).toEqual([]);
      for (const [name, times] of practice.done) done.set(name, (done.get(name) ?? 0) + times);
      now = practice.journey.now();
    } catch (error) {
      throw new Error(`practice ${course}: ${of}`, { cause: error });
    }
  }
  console.log(`seed ${seed}: ${[...done].map(([name, times]) => `${name} ${times}`).join(', ')}`);
}, 3_600_000);
