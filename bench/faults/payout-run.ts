import { db } from '@/lib/server/db/client';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addHours } from '@/lib/shared/time';
import { TestJourney } from '@/prisma/test-journey';
import { delay } from '@/scripts/lib/processes';
import type { Clock } from '../stand/clock';
import { until } from '../stand/persist';
import { countViolations, settle } from '../stand/settle';
import type { Stand } from '../stand/stand';

const advisors = 6;
const sessionsEach = 60;
const wantedKills = 20;
/** Each transfer takes its time, so that a kill meets some of them under way. */
const transferMs = 250;
const longestWaitMs = 3_000;

/** One advisor with paid sessions in person, which count as completed a day after their end. */
async function sell(stand: Stand, n: number): Promise<TestJourney> {
  const url = `http://127.0.0.1:${stand.ports.stripe}`;
  const control = (call: string, body?: object) => stand.control('stripe', call, body);
  const nothing = () => Promise.resolve();
  const service = {
    kind: 'in_person' as const,
    channels: ['in_person' as const],
    confirmationMode: 'instant' as const,
    priceAmount: 4000 + 1111 * n,
    durationMinutes: 30,
  };
  const sandbox = { url, port: stand.ports.stripe, control, close: nothing, stop: nothing };
  const journey = await TestJourney.start(sandbox, { services: [service] });
  await journey.onboard();
  for (let session = 0; session < sessionsEach; session += 1) await journey.requested(24);
  return journey;
}

const countTransferred = () => db().payment.count({ where: { status: 'transferred' } });

/** Kills the worker at a random instant once it pays out again, until it was killed often enough. */
async function killWhilePaying(stand: Stand, all: number): Promise<number[]> {
  const paidAt: number[] = [];
  while (stand.kills < wantedKills) {
    const before = await countTransferred();
    const now = await until('a transfer', 120_000, async () => {
      const seen = await countTransferred();
      return { done: seen > before || seen === all, seen };
    });
    if (now === all) return paidAt;
    await delay(Math.random() * longestWaitMs);
    paidAt.push(await countTransferred());
    await stand.kill('worker');
  }
  return paidAt;
}

/** Each session was transferred once, by the service's list and by the ledger; what is not so, in words. */
async function findWrong(): Promise<string[]> {
  const payments = await db().payment.findMany({
    select: { id: true, bookingId: true, status: true, advisorAmount: true },
  });
  const booked = await db().ledgerTransaction.groupBy({
    by: ['paymentId'],
    where: { kind: 'E5' },
    _count: { id: true },
  });
  const entries = new Map(booked.map(({ paymentId, _count }) => [paymentId, _count.id]));
  const wrong: string[] = [];
  for (const { id, bookingId, status, advisorAmount } of payments) {
    const sent = await stripeGateway().listTransfers(bookingId ?? '');
    const amounts = sent.map(({ amount }) => amount).join(' + ');
    if (status !== 'transferred' || entries.get(id) !== 1 || amounts !== String(advisorAmount))
      wrong.push(`${id}: ${status}, ${entries.get(id) ?? 0} × E5, ${amounts} sent of ${advisorAmount}`);
  }
  return wrong;
}

/** kill -9 of the worker at random, again and again, while hundreds of released sessions are paid out. */
export async function payoutRun(stand: Stand, clock: Clock): Promise<string[]> {
  await stand.takeDown('worker');
  for (let n = 0; n < advisors; n += 1) await sell(stand, n);
  const all = advisors * sessionsEach;
  const { endsAt } = await db().booking.findFirstOrThrow({ orderBy: { endsAt: 'desc' } });
  await stand.control('stripe', 'fail', {
    mode: 'delay',
    path: '/v1/transfers',
    method: 'POST',
    count: 100_000,
    delayMs: transferMs,
  });
  await clock.moveTo(addHours(endsAt, 97));
  const startedAt = Date.now();
  await stand.revive('worker');
  const paidAt = await killWhilePaying(stand, all);
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  const killedFor = seconds();
  await until('all transferred', 300_000, async () => {
    const seen = await countTransferred();
    return { done: seen === all, seen };
  });
  await settle(stand, clock);
  const calls = await db().stripeCall.aggregate({ where: { kind: 'transfer' }, _max: { attempts: true } });
  const again = await db().stripeCall.count({ where: { kind: 'transfer', attempts: { gt: 1 } } });
  const wrong = await findWrong();
  const violations = await countViolations(stand, clock);
  const isRight = wrong.length === 0 && violations === 0 && stand.kills === wantedKills;
  return [
    `${all} sessions paid out, ${stand.kills} × kill -9 of the worker within ${killedFor} s, after ${paidAt.join(', ')} transfers; all there after ${seconds()} s`,
    `${again} transfers were begun more than once, at most ${calls._max.attempts ?? 0} times; ${all - wrong.length} are there exactly once, ${violations} violations`,
    ...(isRight ? [] : [`WRONG: ${wrong.slice(0, 3).join('; ')}`]),
  ];
}
