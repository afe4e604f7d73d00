import { cancelBooking } from '@/lib/booking/cancel-booking';
import { db } from '@/lib/server/db/client';
import { addHours } from '@/lib/shared/time';
import { signPayload } from '@/sandbox/stripe/webhooks';
import { confirmed, insist } from '../load/journey';
import { accept, makeScene, paid, paymentIs, requested, type Scene } from '../load/scene';
import type { Clock } from '../stand/clock';
import { countViolations, settle } from '../stand/settle';
import type { Stand } from '../stand/stand';

type Mark = { versions: bigint; mails: number; notices: number; entries: number };

/** What an event must not change a second time. */
async function mark(): Promise<Mark> {
  const [row] = await db().$queryRaw<{ versions: bigint }[]>`
    select (select sum(version) from booking) + (select sum(version) from payment) as versions`;
  const [mails, notices, entries] = await Promise.all([
    db().email.count(),
    db().notification.count(),
    db().ledgerTransaction.count(),
  ]);
  return { versions: row?.versions ?? 0n, mails, notices, entries };
}

const same = (a: Mark, b: Mark) =>
  a.versions === b.versions && a.mails === b.mails && a.notices === b.notices && a.entries === b.entries;

async function duplicated(scene: Scene): Promise<string> {
  await scene.stand.control('stripe', 'webhooks', { copies: 5 });
  const booked = await requested(scene);
  await accept(booked);
  await paymentIs(booked.bookingId, 'paid_held');
  await scene.stand.control('stripe', 'webhooks', { copies: 1 });
  await settle(scene.stand, scene.clock);
  const mails = await db().email.count({
    where: { params: { path: ['bookingId'], equals: booked.bookingId } },
  });
  return mails === 4 ? 'five of each event: 4 mails, one charge' : `WRONG: ${mails} mails instead of 4`;
}

async function reversed(scene: Scene): Promise<string> {
  await scene.stand.control('stripe', 'webhooks', { hold: true });
  const instant = [await paid(scene, scene.instant), await paid(scene, scene.instant)];
  const asked = [await paid(scene, scene.asked), await paid(scene, scene.asked)];
  await scene.stand.control('stripe', 'webhooks/release', { order: 'reversed' });
  const statuses = await Promise.all([...instant, ...asked].map(({ bookingId }) => confirmed(bookingId)));
  for (const { bookingId, visitor } of instant) {
    const input = { bookingId, reason: null };
    await insist('cancel', bookingId, ['cancelled'], () => cancelBooking(visitor.actor, input));
  }
  await Promise.all(instant.map(({ bookingId }) => paymentIs(bookingId, 'refunded')));
  await scene.stand.control('stripe', 'webhooks', { hold: false });
  await scene.stand.control('stripe', 'webhooks/release', { order: 'reversed' });
  await settle(scene.stand, scene.clock);
  return `four payments told backwards: ${statuses.join(', ')}; two refunds told backwards`;
}

async function late(scene: Scene): Promise<string> {
  await scene.clock.moveTo(addHours(scene.clock.now(), 24));
  await settle(scene.stand, scene.clock);
  const before = await mark();
  const { data } = (await scene.stand.read('stripe', 'events?limit=10000')) as { data: { id: string }[] };
  // Our own memory of them is gone too, so that each is looked into anew.
  await db().webhookEvent.deleteMany({});
  for (const { id } of data) await scene.stand.control('stripe', 'webhooks/resend', { event: id, copies: 2 });
  await settle(scene.stand, scene.clock);
  const received = await db().webhookEvent.count();
  const isSame = same(before, await mark());
  return isSame && received === data.length
    ? `${received} events twice more, a day late: nothing changed`
    : 'WRONG: late events changed something';
}

async function forged(scene: Scene): Promise<string> {
  const secret = scene.stand.environment.STRIPE_WEBHOOK_SECRET ?? '';
  const other = scene.stand.environment.STRIPE_CONNECT_WEBHOOK_SECRET ?? '';
  const { id } = await db().webhookEvent.findFirstOrThrow({
    where: { source: 'platform' },
    select: { id: true },
  });
  const body = JSON.stringify({
    id: `${id}x`,
    object: 'event',
    type: 'payment_intent.succeeded',
    created: 1,
    data: { object: { id: 'pi_x', object: 'payment_intent' } },
  });
  const now = Math.floor(Date.now() / 1000);
  const attempts: [string, string | null][] = [
    [body, null],
    [body, 't=1,v1=00'],
    [body, signPayload(body, 'whsec_guessed')],
    [body, signPayload(body, other)],
    [body, signPayload(body, secret, now - 301)],
    [`${body} `, signPayload(body, secret)],
  ];
  const before = await db().webhookEvent.count();
  const answers: number[] = [];
  for (const [payload, signature] of attempts) {
    const response = await fetch(`${scene.stand.webUrls[0]}/api/webhooks/stripe`, {
      method: 'POST',
      body: payload,
      headers: signature ? { 'stripe-signature': signature } : {},
    });
    answers.push(response.status);
  }
  const added = (await db().webhookEvent.count()) - before;
  return answers.every((status) => status === 400) && added === 0
    ? `${answers.length} forged events: all refused, none written down`
    : `WRONG: forged events answered ${answers.join(', ')}, ${added} written down`;
}

/** Events duplicated, reversed, late and forged. */
export async function webhooks(stand: Stand, clock: Clock): Promise<string[]> {
  const scene = await makeScene(stand, clock);
  const lines: string[] = [];
  for (const part of [duplicated, reversed, late, forged]) lines.push(await part(scene));
  const violations = await countViolations(stand, clock);
  return [...lines, violations === 0 ? '0 violations' : `WRONG: ${violations} violations`];
}
