import { expect, it } from 'vitest';
import { db } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import type { PaymentStatus } from '@/lib/server/db/generated/enums';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist, type SeededProvider } from '@/prisma/seed/factories/providers';
import { loadEarningsTable, loadEarningYears } from '@/lib/payments/loaders';
import { readEarning, readEarningMonths, readEarningTotals } from './read-earnings';
import { listEarnings } from './repository';

const now = new Date('2027-03-10T12:00:00Z');
const split = { commissionAmount: 1800, commissionVat: 342, advisorAmount: 9858 };
let hours = 0;

async function paid(
  provider: SeededProvider,
  status: PaymentStatus,
  data: Partial<Prisma.PaymentUncheckedCreateInput> = {},
): Promise<string> {
  const { accountId: clientId } = await makeAccount();
  const { providerId, serviceIds } = provider;
  hours += 2;
  const startsAt = addHours(now, hours);
  const { amount = 12_000, ...times } = data;
  const booking = await db().booking.create({
    data: {
      clientId,
      providerId,
      specialistId: providerId,
      serviceId: serviceIds[0] ?? '',
      status: 'accepted',
      startsAt,
      endsAt: addHours(startsAt, 1),
      channel: 'video',
      channels: ['video'],
      confirmationMode: 'instant',
      paymentMode: 'at_booking',
      clientTimeZone: 'Europe/Paris',
      providerTimeZone: 'Europe/Berlin',
      serviceTitle: 'Session',
      priceAmount: amount,
      currency: 'EUR',
      planCode: 'basic',
      commissionBps: 1500,
      commissionVatBps: 1900,
      vatRegime: 'exempt',
      sellerName: 'A',
      sellerAddress: 'B',
    },
  });
  const isBooked = !['paid_held', 'authorised', 'not_needed', 'refunded'].includes(status);
  const wasReleased = ['releasable', 'in_payout', 'transferred'].includes(status);
  await db().payment.create({
    data: {
      bookingId: booking.id,
      providerId,
      clientId,
      status,
      amount,
      currency: 'EUR',
      ...(status !== 'authorised' && { paidAmount: amount, chargedAt: addHours(now, -48) }),
      ...(status === 'refunded' && { refundedAmount: amount }),
      ...(isBooked && { ...split, deliveredAt: now, claimUntil: addHours(startsAt, 73) }),
      ...(wasReleased && { releasedAt: now }),
      ...(status === 'transferred' && { transferredAmount: split.advisorAmount }),
      ...times,
    },
  });
  return booking.id;
}

it('adds up the advisor’s part by where it stands, in the months of the provider', async () => {
  const claire = await makeSpecialist();
  await paid(claire, 'paid_held');
  await paid(claire, 'delivered_held');
  await paid(claire, 'releasable');
  await paid(claire, 'in_payout');
  // In Berlin the first of March begins an hour before midnight UTC.
  await paid(claire, 'transferred', { transferredAt: new Date('2027-02-28T23:00:00Z') });
  await paid(claire, 'transferred', { transferredAt: new Date('2027-02-28T22:59:59Z') });
  await paid(claire, 'authorised');
  await paid(claire, 'refunded');
  await paid(await makeSpecialist(), 'transferred', { transferredAt: now });
  const question = { providerId: claire.providerId, zone: 'Europe/Berlin', now };
  expect(await readEarningTotals(db(), question)).toEqual({
    held: 2 * 9858,
    frozen: 0,
    returning: 0,
    released: 2 * 9858,
    paidOut: 2 * 9858,
    paidOutThisMonth: 9858,
    owed: 0,
    currency: 'EUR',
  });
});

it('lists what was paid, the latest session first, and nobody else’s', async () => {
  const claire = await makeSpecialist();
  const first = await paid(claire, 'transferred', { transferredAt: now });
  const second = await paid(claire, 'paid_held');
  await paid(claire, 'authorised');
  await paid(claire, 'not_needed', { amount: 0 });
  await paid(await makeSpecialist(), 'paid_held');
  const rows = await listEarnings(db(), claire.providerId, { take: 10, skip: 0 });
  expect(rows.map(({ bookingId }) => bookingId)).toEqual([second, first]);
  expect(rows[0]?.share).toEqual({ commission: 1800, vat: 342, fee: 0, advisor: 9858, isExpected: true });
  expect(rows[1]?.share).toEqual({ commission: 1800, vat: 342, fee: 0, advisor: 9858, isExpected: false });
  const [next] = await listEarnings(db(), claire.providerId, { take: 1, skip: 1 });
  expect(next?.bookingId).toBe(first);
});

it('lists a state and a month, of money outside the platform too', async () => {
  const claire = await makeSpecialist();
  const held = await paid(claire, 'delivered_held');
  const sent = await paid(claire, 'transferred', { transferredAt: now });
  const direct = await paid(claire, 'settled_offline', { mode: 'off_platform', recordedAmount: 12_000 });
  const open = await paid(claire, 'due', { paidAmount: 0, dueSince: now });
  const of = async (filter: object) =>
    (await listEarnings(db(), claire.providerId, { take: 10, skip: 0, ...filter })).map(
      ({ bookingId }) => bookingId,
    );
  expect(await of({})).toEqual([open, direct, sent, held]);
  expect(await of({ state: 'held' })).toEqual([held]);
  expect(await of({ state: 'paidOut' })).toEqual([sent]);
  expect(await of({ state: 'direct' })).toEqual([direct]);
  expect(await of({ state: 'open' })).toEqual([open]);
  expect(await of({ state: 'refunded' })).toEqual([]);
  const { startsAt } = await db().booking.findUniqueOrThrow({ where: { id: sent } });
  expect(await of({ between: { from: startsAt, to: addHours(startsAt, 1) } })).toEqual([sent]);
  expect(await of({ between: { from: addHours(startsAt, -1), to: startsAt } })).not.toContain(sent);
});

it('adds up what was earned month by month, direct payments apart', async () => {
  const claire = await makeSpecialist();
  const question = { providerId: claire.providerId, zone: 'Europe/Berlin', now };
  const at = async (status: PaymentStatus, start: string, data: Parameters<typeof paid>[2] = {}) => {
    const id = await paid(claire, status, { deliveredAt: now, ...data });
    const startsAt = new Date(start);
    await db().booking.update({ where: { id }, data: { startsAt, endsAt: addHours(startsAt, 1) } });
  };
  await at('transferred', '2027-02-28T22:59:59Z', { transferredAt: now });
  await at('delivered_held', '2027-02-28T23:00:00Z');
  await at('settled_offline', '2027-03-01T10:00:00Z', { mode: 'off_platform', recordedAmount: 12_000 });
  await at('refunded', '2027-03-01T10:00:00Z');
  await at('transferred', '2026-03-31T21:59:59Z', { transferredAt: now });
  await at('transferred', '2026-03-31T22:00:00Z', { transferredAt: now });
  const months = await readEarningMonths(db(), question);
  expect(months).toHaveLength(12);
  expect(months[0]).toEqual({ start: new Date('2026-03-31T22:00:00Z'), amount: 9858, direct: 0 });
  expect(months[10]).toEqual({ start: new Date('2027-01-31T23:00:00Z'), amount: 9858, direct: 0 });
  expect(months[11]).toEqual({ start: new Date('2027-02-28T23:00:00Z'), amount: 9858, direct: 9858 });
  expect(months.slice(1, 10).every(({ amount, direct }) => amount === 0 && direct === 0)).toBe(true);
});

it('knows no money of a free session', async () => {
  const claire = await makeSpecialist();
  expect(await readEarning(db(), await paid(claire, 'not_needed', { amount: 0 }))).toBeNull();
});

it('gives a year as a table for other programs, to the owner alone', async () => {
  const claire = await makeSpecialist({ account: { locale: 'de' } });
  const first = await paid(claire, 'transferred', { transferredAt: now });
  await db().booking.update({ where: { id: first }, data: { serviceTitle: '=1+1', serviceTitles: {} } });
  await paid(claire, 'refunded');
  const zone = async () => 'Europe/Berlin';
  const table = await loadEarningsTable(claire.actor, 2027, zone);
  const lines = table.ok ? table.value.split('\r\n') : [];
  expect(lines[0]).toBe(
    '\uFEFFTag,Uhrzeit,Art,Klientin oder Klient,Leistung,Stand,Ausgezahlt am,Währung,Preis,Provision,USt. auf Provision,Zahlungsgebühr,Ihr Anteil,Bezahlt,Erstattet,Referenz',
  );
  expect(lines[1]).toContain(
    `,'=1+1,Ausgezahlt,2027-03-10,EUR,120,-18,-3.42,0,98.58,120,0,${first.slice(-8)}`,
  );
  expect(lines[2]).toContain(',Erstattet,,EUR,120,0,0,0,0,120,120,');
  expect(lines).toHaveLength(4);
  const empty = await loadEarningsTable(claire.actor, 2026, zone);
  expect(empty.ok && empty.value.split('\r\n')).toHaveLength(2);
  for (const stranger of [await makeAccount(), { kind: 'anonymous' as const }])
    expect(await loadEarningsTable(stranger, 2027, zone)).toMatchObject({
      error: { code: 'common.notFound' },
    });
});

it('offers the years since the first paid session', async () => {
  const claire = await makeSpecialist();
  const { provider } = claire.actor;
  if (!provider) throw new Error('no practice');
  const actor = { ...claire.actor, provider };
  const thisYear = new Date().getUTCFullYear();
  expect(await loadEarningYears(actor, 'Europe/Berlin')).toEqual([thisYear]);
  const booking = await paid(claire, 'transferred', { transferredAt: now });
  await db().payment.update({ where: { bookingId: booking }, data: { paidAmount: 12_000 } });
  const startsAt = new Date(`${thisYear - 2}-06-01T10:00:00Z`);
  await db().booking.update({
    where: { id: booking },
    data: { startsAt, endsAt: addHours(startsAt, 1), status: 'completed' },
  });
  expect(await loadEarningYears(actor, 'Europe/Berlin')).toEqual([thisYear, thisYear - 1, thisYear - 2]);
});
