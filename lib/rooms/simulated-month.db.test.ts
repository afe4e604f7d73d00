import { expect, it } from 'vitest';
import { recompute, type Sale } from '@/bench/month/recompute';
import { cancelBooking } from '@/lib/booking/cancel-booking';
import { settleOutcome } from '@/lib/booking/settle-outcome';
import { settleEvent } from '@/lib/events/settle-event';
import { freezeForClaim } from '@/lib/payments/claims/freeze-for-claim';
import { settleClaim } from '@/lib/payments/claims/settle-claim';
import { sweepDocuments } from '@/lib/payments/documents/jobs';
import { readEarningTotals } from '@/lib/payments/earnings/read-earnings';
import { exportEarnings } from '@/lib/payments/earnings/export-earnings';
import { sweepMoney } from '@/lib/payments/jobs';
import { reconcile } from '@/lib/payments/reconciliation/reconcile';
import { db } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeEvent } from '@/prisma/seed/factories/events';
import { wideOpen } from '@/prisma/seed/factories/providers';
import { TestJourney } from '@/prisma/test-journey';
import { paidSeat, paymentOfSeat } from '@/prisma/test-seats';
import { stripeForTests } from '@/prisma/test-services';

/** Sessions of the month; the drill makes 300. */
const sessions = Number(process.env.MONTH_SESSIONS ?? 36);
const prices = [4999, 7000, 12_000, 375 * 8];
/** What becomes of a session, over and over in this order. */
const courses = [
  'completed',
  'completed',
  'claimPart',
  'lateCancel',
  'completed',
  'disputeLost',
  'missed',
  'freeCancel',
  'claimAll',
  'completed',
  'disputeWon',
  'providerCancelled',
  'claimDeclined',
  'completed',
  'disputePart',
  'neverCame',
  'completed',
  'refundLater',
] as const;
type Course = (typeof courses)[number];

const stripe = stripeForTests();
let journey: TestJourney;
const sales: Sale[] = [];
const order: { id: string; step: number }[] = [];
const later: string[] = [];
let bps = 1500;

const monthNow = () => journey.now().toISOString().slice(0, 7);
const booking = (id: string) => db().booking.findUniqueOrThrow({ where: { id } });

function earned(sale: Sale): void {
  sale.earnedIn = monthNow();
  order.push({ id: sale.id, step: 0 });
}

function took(sale: Sale, amount: number, by: 'refund' | 'dispute'): void {
  sale.taken.push({ amount, month: monthNow(), by });
  order.push({ id: sale.id, step: sale.taken.length });
}

function sold(id: string, price: number): Sale {
  const sale: Sale = {
    id,
    price,
    bps,
    earnedIn: null,
    charged: true,
    returnedUnearned: false,
    taken: [],
    disputeFees: 0,
  };
  sales.push(sale);
  return sale;
}

async function dispute(sale: Sale, amount: number, end: 'won' | 'lost'): Promise<void> {
  const { chargeId } = await db().payment.findUniqueOrThrow({ where: { id: sale.id } });
  const raised = (await stripe.control('disputes', { charge: chargeId, amount })) as { id: string };
  await journey.tellOf(raised.id);
  sale.disputeFees += 2000;
  await stripe.control('disputes/close', { dispute: raised.id, status: end });
  await journey.tellOf(raised.id);
  if (end === 'lost') took(sale, amount, 'dispute');
}

async function claim(bookingId: string, sale: Sale, back: number): Promise<void> {
  const { endsAt } = await booking(bookingId);
  const subject = { bookingId };
  const now = journey.now();
  await inTransaction((tx) => freezeForClaim(tx, { subject, endsAt, now }));
  const outcome = back === 0 ? { kind: 'release' as const } : { kind: 'refund' as const, amount: back };
  const settled = await inTransaction((tx) =>
    settleClaim(tx, { subject, outcome, by: back === 0 ? 'system' : 'provider', now }),
  );
  expect(settled.ok).toBe(true);
  await journey.drain();
  if (back > 0) took(sale, back, 'refund');
}

/** Lives through one session: what was planned for it happens at its time. */
async function live(bookingId: string, sale: Sale, course: Course): Promise<void> {
  const { startsAt, endsAt } = await booking(bookingId);
  if (course === 'lateCancel' || course === 'providerCancelled') {
    await journey.advance(addHours(startsAt, -3));
    const who = course === 'lateCancel' ? journey.client : journey.specialist.actor;
    expect((await cancelBooking(who, { bookingId, reason: null })).ok).toBe(true);
    await journey.drain();
    if (course === 'lateCancel') earned(sale);
    else sale.returnedUnearned = true;
    return;
  }
  await journey.advance(endsAt);
  const outcome = course === 'neverCame' ? 'providerNeverCame' : course === 'missed' ? 'missed' : 'completed';
  expect((await settleOutcome(bookingId, outcome, endsAt)).ok).toBe(true);
  await journey.drain();
  if (course === 'neverCame') {
    sale.returnedUnearned = true;
    return;
  }
  earned(sale);
  if (course === 'claimPart') await claim(bookingId, sale, Math.floor(sale.price * 0.3));
  if (course === 'claimAll') await claim(bookingId, sale, sale.price);
  if (course === 'claimDeclined') await claim(bookingId, sale, 0);
  if (course === 'disputeLost') await dispute(sale, sale.price, 'lost');
  if (course === 'disputeWon') await dispute(sale, sale.price, 'won');
  if (course === 'disputePart') await dispute(sale, Math.floor(sale.price / 3), 'lost');
  if (course === 'refundLater') later.push(sale.id);
}

/** Books a number of sessions one after the other, and lives through them in the order of their starts. */
async function fortnight(count: number, from: number): Promise<void> {
  const made: { bookingId: string; sale: Sale; course: Course; startsAt: Date }[] = [];
  for (let index = 0; index < count; index += 1) {
    const { serviceIds } = journey.specialist;
    serviceIds.push(serviceIds.shift() ?? '');
    // One client books them all, faster than anybody may.
    await db().rateLimit.deleteMany();
    const bookingId = await journey.requested(72 + 24 * Math.floor(index / 16));
    const { id, amount } = await journey.payment(bookingId);
    const { startsAt } = await booking(bookingId);
    const course = courses[(from + index) % courses.length] ?? 'completed';
    const sale = sold(id, amount);
    if (course === 'freeCancel') {
      await cancelBooking(journey.client, { bookingId, reason: null });
      await journey.drain();
      sale.returnedUnearned = true;
    } else made.push({ bookingId, sale, course, startsAt });
  }
  made.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  for (const [index, { bookingId, sale, course }] of made.entries()) {
    await live(bookingId, sale, course);
    if (index % 10 === 9) await sweep();
  }
}

async function sweep(): Promise<void> {
  await sweepMoney();
  await journey.drain();
}

/** An event with ten seats at 25.00, which the host holds or not. */
async function event(isHeld: boolean): Promise<void> {
  const startsAt = addHours(journey.now(), 60);
  startsAt.setUTCHours(22, 0, 0, 0);
  const eventId = await makeEvent(journey.specialist, { startsAt, createdAt: journey.now() });
  const seats: Sale[] = [];
  for (let seat = 0; seat < 10; seat += 1) {
    const seatId = await paidSeat(await makeAccount(), eventId);
    seats.push(sold((await paymentOfSeat(seatId)).id, 2500));
  }
  const { endsAt } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  await journey.advance(endsAt);
  const outcome = { hasHostCome: isHeld, hasAttended: () => true };
  expect((await settleEvent(eventId, outcome, journey.now())).ok).toBe(true);
  await journey.drain();
  const earnedIds = await db().ledgerTransaction.findMany({
    where: { kind: 'E3', paymentId: { in: seats.map(({ id }) => id) } },
    select: { paymentId: true },
    orderBy: { id: 'asc' },
  });
  // Seats of one event are earned at one instant; in which order is the event's to say.
  for (const { paymentId } of earnedIds) {
    const sale = seats.find(({ id }) => id === paymentId);
    if (sale) earned(sale);
  }
  if (!isHeld) for (const sale of seats) sale.returnedUnearned = true;
}

it(`a month of ${sessions} sessions agrees to the cent with figures worked out apart`, async () => {
  journey = await TestJourney.start(stripe, {
    provider: { planCode: 'basic' },
    ranges: wideOpen,
    services: prices.map((priceAmount) => ({
      priceAmount,
      confirmationMode: 'instant' as const,
      durationMinutes: 20,
      horizonDays: 60,
      noticeMinutes: 0,
    })),
  });
  const { providerId, actor } = journey.specialist;
  const first = new Date(Date.UTC(journey.now().getUTCFullYear(), journey.now().getUTCMonth() + 1, 1, 1));
  await journey.advance(first);
  await journey.onboard();
  await journey.fund(5_000_000);
  const funded = 5_000_000 - 75_025;
  await event(true);
  await fortnight(Math.ceil(sessions / 2), 0);
  await db().provider.update({
    where: { id: providerId },
    data: { planCode: 'basic_plus', payoutSchedule: 'twice_monthly' },
  });
  bps = 1000;
  await event(false);
  await fortnight(Math.floor(sessions / 2), 5);
  const month = first.toISOString().slice(0, 7);
  await journey.advance(new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 20, 12)));
  await sweep();
  for (const id of later) {
    const { refundByAdmin } = await import('@/lib/payments/refunds/refund-by-admin');
    const sale = sales.find((one) => one.id === id);
    const amount = Math.floor((sale?.price ?? 0) / 2);
    const admin = await makeAccount({ isAdmin: true });
    expect((await refundByAdmin(admin, { paymentId: id, amount })).ok).toBe(true);
    await journey.drain();
    if (sale) took(sale, amount, 'refund');
  }
  await journey.expectSound();
  await compare(month, { providerId, actor, funded });
}, 900_000);

type Compared = { providerId: string; actor: TestJourney['specialist']['actor']; funded: number };

async function compare(month: string, { providerId, actor, funded }: Compared): Promise<void> {
  const figures = recompute(sales, order);
  const payments = await db().payment.findMany({ where: { providerId } });
  const advisor = Object.fromEntries(
    payments.filter(({ id }) => id in figures.advisor).map(({ id, advisorAmount }) => [id, advisorAmount]),
  );
  expect(advisor).toEqual(figures.advisor);
  // The ledger, by account.
  const lines = await db().ledgerLine.groupBy({
    by: ['account'],
    where: { providerId },
    _sum: { amount: true },
  });
  const booked = new Map(lines.map(({ account, _sum }) => [account, Number(_sum.amount)]));
  const total = (of: Record<string, number>) => Object.values(of).reduce((sum, one) => sum + one, 0);
  expect(-(booked.get('RC') ?? 0)).toBe(total(figures.commission));
  expect(-(booked.get('VO') ?? 0)).toBe(total(figures.vat));
  expect(booked.get('XF')).toBe(figures.stripeFees);
  expect(booked.get('XD') ?? 0).toBe(figures.disputeFees);
  for (const account of ['CP', 'AH', 'DR'] as const) expect(booked.get(account) ?? 0).toBe(0);
  // The payment service: its balance, and what each session's advisor has.
  const { connectAccount } = await db().provider.findUniqueOrThrow({
    where: { id: providerId },
    select: { connectAccount: true },
  });
  expect(connectAccount).not.toBeNull();
  const owed = booked.get('AR') ?? 0;
  const payable = -(booked.get('AP') ?? 0);
  const sent = total(figures.advisor) - payable + owed;
  const [balance] = await stripeGateway().balance();
  expect((balance?.available ?? 0) + (balance?.pending ?? 0)).toBe(
    funded + figures.balanceBeforeTransfers - sent,
  );
  expect((await reconcile(journey.now())).differences).toEqual([]);
  // The papers of the month, and what was given back afterwards in the next.
  await sweepDocuments();
  const papers = await db().document.findMany({ where: { providerId, month } });
  const net = papers.reduce((sum, { netAmount }) => sum + netAmount, 0);
  const vat = papers.reduce((sum, { vatAmount }) => sum + vatAmount, 0);
  expect({ net, vat }).toEqual({ net: figures.commission[month], vat: figures.vat[month] });
  // The screen.
  const totals = await readEarningTotals(db(), { providerId, zone: 'UTC', now: journey.now() });
  const { held, released, paidOut } = totals;
  expect(held + released + paidOut).toBe(total(figures.advisor));
  // The table for other programs.
  if (!actor.provider) throw new Error('no practice');
  const csv = await exportEarnings(
    { ...actor, provider: actor.provider },
    { year: Number(month.slice(0, 4)), zone: 'UTC' },
  );
  const rows = rowsOf(csv);
  expect(rows).toHaveLength(sales.length);
  const sum = (column: string) => rows.reduce((all, row) => all + (row[column] ?? 0), 0);
  expect(sum('Your share')).toBe(total(figures.advisor));
  expect(-sum('Commission')).toBe(total(figures.commission));
  expect(-sum('VAT on commission')).toBe(total(figures.vat));
  for (const row of rows) {
    const parts = ['Your share', 'Payment fee', 'Commission', 'VAT on commission'].map(
      (name) => row[name] ?? 0,
    );
    expect((row.Paid ?? 0) - (row.Refunded ?? 0)).toBe(
      (parts[0] ?? 0) - (parts[1] ?? 0) - (parts[2] ?? 0) - (parts[3] ?? 0),
    );
  }
}

/** Rows of the table by their heads, amounts in minor units. */
function rowsOf(csv: string): Record<string, number>[] {
  const [head = [], ...rows] = csv
    .trim()
    .split('\r\n')
    .map((line) => line.replace(/^\uFEFF/, '').split(','));
  return rows.map((row) =>
    Object.fromEntries(head.map((name, at) => [name, Math.round(Number(row[at]) * 100)])),
  );
}
