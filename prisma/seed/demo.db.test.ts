import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookingStatuses } from '@/lib/booking/rules/status';
import { claimStatuses } from '@/lib/claims/rules/status';
import { eventEndings, eventStatuses, seatStatuses } from '@/lib/events/rules/status';
import { db } from '@/lib/server/db/client';
import { checkInvariant } from '@/lib/server/db/invariant';
import { stripeGateway } from '@/lib/server/stripe/gateway';
import { startMailForTests, stripeForTests } from '@/prisma/test-services';
import { startFilesForTests } from '@/prisma/test-files';
import type { RunningServer } from '@/sandbox/http/server';
import type { FileTestbed } from '@/sandbox/testing/files';
import { invariants } from '@/scripts/invariants/check-all';
import { seedDemo } from './demo';

const today = new Date();
stripeForTests();
let mail: RunningServer;
let files: FileTestbed;

/** Everything but what a clock or chance put there: password hashes, sealed texts and the instants of the database. */
async function contents(): Promise<Record<string, unknown>> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'
      and table_name not in ('_prisma_migrations', 'worker_heartbeat', 'rate_limit') order by 1`;
  const all: Record<string, unknown> = {};
  for (const { name } of tables) {
    const rows = await db().$queryRawUnsafe<{ row: Record<string, unknown> }[]>(
      `select to_jsonb(t) - '{password_hash,updated_at,sealed,storage_key,checked_at}'::text[] as row from ${name} t order by (to_jsonb(t) - '{password_hash,updated_at,sealed,storage_key,checked_at}'::text[])::text`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

/** As a new database would be; the triggers that keep the ledger and the audit log are passed over. */
async function empty(): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe('set local session_replication_role = replica');
    await tx.$executeRawUnsafe(
      'truncate account, provider, ledger_transaction, commission_month, audit_entry, email, event cascade',
    );
  });
}

beforeAll(async () => {
  mail = await startMailForTests();
  files = await startFilesForTests();
  await seedDemo(today);
}, 60_000);
afterAll(async () => {
  await mail.close();
  await files.close();
});

describe('the demo', () => {
  it('has 24 specialists and 4 organisations over the 10 specialities, all of them found by the directory', async () => {
    const published = (kind: 'specialist' | 'organisation') =>
      db().provider.count({ where: { status: 'published', kind } });
    expect([await published('specialist'), await published('organisation')]).toEqual([24, 4]);
    const documents = await db().searchDocument.findMany();
    expect(documents).toHaveLength(28);
    expect(new Set(documents.flatMap(({ specialities }) => specialities)).size).toBe(10);
    expect(documents.filter(({ nextFreeAt }) => nextFreeAt === null)).toEqual([]);
  });

  it('holds demo accounts only', async () => {
    expect(await db().account.count({ where: { isDemo: false } })).toBe(0);
  });

  it('has bookings in every status and payments in every state that they reach', async () => {
    const statuses = await db().booking.groupBy({ by: ['status'] });
    expect(statuses.map(({ status }) => status).sort()).toEqual([...bookingStatuses].sort());
    const payments = await db().payment.groupBy({ by: ['status'] });
    expect(payments.map(({ status }) => status)).toEqual(
      expect.arrayContaining([
        'none',
        'not_needed',
        'authorised',
        'paid_held',
        'delivered_held',
        'releasable',
        'transferred',
        'refunded',
      ]),
    );
  });

  it('has events and seats in every status, for every reason, in every language', async () => {
    const events = await db().event.groupBy({ by: ['status'] });
    expect(events.map(({ status }) => status).sort()).toEqual([...eventStatuses].sort());
    const endings = await db().event.groupBy({ by: ['ending'], where: { ending: { not: null } } });
    expect(new Set(endings.map(({ ending }) => ending))).toEqual(new Set(eventEndings));
    const seats = await db().seat.groupBy({ by: ['status'] });
    expect(seats.map(({ status }) => status).sort()).toEqual([...seatStatuses].sort());
    const texts = await db().eventText.groupBy({ by: ['locale'] });
    expect(texts.map(({ locale }) => locale).sort()).toEqual(['de', 'en', 'fr', 'ru']);
    const money = await db().payment.groupBy({ by: ['status'], where: { seatId: { not: null } } });
    expect(money.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['none', 'not_needed', 'paid_held', 'refunded', 'transferred']),
    );
  });

  it('shows the demo client and the demo advisor something in each of the six public statuses', async () => {
    const all = ['accepted', 'cancelled', 'completed', 'missed', 'pending', 'rejected'];
    for (const email of ['client@demo.example', 'specialist@demo.example']) {
      const { id } = await db().account.findUniqueOrThrow({ where: { email } });
      const rows = await db().booking.groupBy({
        by: ['status'],
        where: { OR: [{ clientId: id }, { provider: { accountId: id } }] },
      });
      expect(rows.map(({ status }) => status)).toEqual(expect.arrayContaining(all));
    }
  });

  it('has claims in every status, one of them with a file, and leaves one to be made', async () => {
    const claims = await db().claim.groupBy({ by: ['status'] });
    expect(claims.map(({ status }) => status).sort()).toEqual([...claimStatuses].sort());
    expect(await db().storedFile.count({ where: { status: 'ready', attachedAt: { not: null } } })).toBe(1);
    const { id } = await db().account.findUniqueOrThrow({ where: { email: 'client@demo.example' } });
    expect(
      await db().booking.count({
        where: { clientId: id, status: 'completed', claim: null, payment: { claimUntil: { gt: today } } },
      }),
    ).toBeGreaterThan(0);
  });

  it('has the same money in the ledger as at the payment service, to the cent', async () => {
    const { _sum } = await db().ledgerLine.aggregate({
      where: { account: { in: ['SP', 'SA'] } },
      _sum: { amount: true },
    });
    const [balance] = await stripeGateway().balance();
    expect(Number(_sum.amount)).toBe((balance?.available ?? 0) + (balance?.pending ?? 0));
    expect(Number(_sum.amount)).toBeGreaterThan(0);
  });

  it('keeps everything that is always true', async () => {
    for (const invariant of invariants) {
      const { name, violations } = await checkInvariant(db(), invariant, today);
      expect({ name, violations }).toEqual({ name, violations: [] });
    }
    expect(await db().bookingReminder.count()).toBeGreaterThan(0);
    expect(await db().booking.count({ where: { channel: 'in_person' } })).toBeGreaterThan(0);
  });

  it('is the same when it is made again for the same day', async () => {
    const first = await contents();
    await empty();
    await seedDemo(today);
    const second = await contents();
    for (const [table, rows] of Object.entries(second))
      expect({ table, rows }).toEqual({ table, rows: first[table] });
  });
});
