import pg from 'pg';
import { holdSlot } from '@/lib/booking/hold-slot';
import { db } from '@/lib/server/db/client';
import { listFreeTimes, readOffer } from '@/lib/services/free-times';
import { newId } from '@/lib/shared/ids';
import { addHours } from '@/lib/shared/time';
import { makeAccount } from '@/prisma/seed/factories/accounts';
import { makeSpecialist } from '@/prisma/seed/factories/providers';
import { median, type Measured } from './types';

const rounds = 5;
const perRound = 40;

type Row = Record<string, unknown>;
const tables = ['booking', 'occupancy', 'payment', 'audit_entry'] as const;
type Rows = Record<(typeof tables)[number], Row>;

/** The rows that one hold wrote, to be written again by hand. */
async function rowsOf(bookingId: string): Promise<Rows> {
  const where = { booking: 'id', occupancy: 'source_id', payment: 'booking_id', audit_entry: 'subject_id' };
  const found: Partial<Rows> = {};
  for (const table of tables) {
    const [row] = await db().$queryRawUnsafe<{ row: Row }[]>(
      `select to_jsonb(t) as row from ${table} t where ${where[table]} = $1::uuid`,
      bookingId,
    );
    if (!row) throw new Error(`no ${table}`);
    found[table] = row.row;
  }
  return found as Rows;
}

/** One transaction by the bare driver that writes the same rows for another client and another time. */
async function insertBare(client: pg.Client, rows: Rows, clientId: string, startsAt: Date): Promise<void> {
  const id = newId();
  const time = { starts_at: startsAt, ends_at: addHours(startsAt, 1) };
  const changed: Rows = {
    booking: { ...rows.booking, ...time, id, client_id: clientId },
    occupancy: { ...rows.occupancy, ...time, id: newId(), source_id: id },
    payment: { ...rows.payment, id: newId(), booking_id: id, client_id: clientId },
    audit_entry: { ...rows.audit_entry, id: newId(), subject_id: id },
  };
  await client.query('begin');
  for (const table of tables)
    await client.query(`insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`, [
      changed[table],
    ]);
  await client.query('commit');
}

/** Holding a time, with every rule, against a bare insert of the same rows under the same constraint. */
export async function measureBooking(databaseUrl: string): Promise<Measured> {
  const now = new Date();
  const { serviceIds } = await makeSpecialist({
    services: [{ durationMinutes: 60, horizonDays: 300, priceAmount: 0 }],
  });
  const bareSpecialist = await makeSpecialist();
  const [serviceId = ''] = serviceIds;
  const offer = await readOffer(db(), serviceId);
  if (!offer) throw new Error('no offer');
  const slots = await listFreeTimes(
    db(),
    offer,
    { start: addHours(now, 24), end: addHours(now, 24 * 250) },
    now,
  );
  const hold = async (n: number): Promise<string> => {
    const held = await holdSlot(await nextClient(), {
      serviceId,
      start: slots[n * 4]?.start ?? now,
      channel: undefined,
    });
    if (!held.ok) throw new Error(held.error.code);
    return held.value.bookingId;
  };
  const clients = await Promise.all(
    Array.from({ length: (rounds + 1) * perRound * 2 + 1 }, () => makeAccount()),
  );
  const nextClient = async () => {
    const client = clients.pop();
    if (!client) throw new Error('no client left');
    return client;
  };
  const rows = await rowsOf(await hold(0));
  rows.occupancy.specialist_id = bareSpecialist.providerId;
  const driver = new pg.Client({ connectionString: databaseUrl });
  await driver.connect();
  const ratios: number[] = [];
  const times = { hold: [] as number[], bare: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const startedAt = performance.now();
    for (let n = 0; n < perRound; n += 1) await hold(1 + round * perRound + n);
    const between = performance.now();
    for (let n = 0; n < perRound; n += 1) {
      const { accountId } = await nextClient();
      await insertBare(driver, rows, accountId, addHours(now, 24 + round * perRound + n));
    }
    const endedAt = performance.now();
    if (round === 0) continue;
    times.hold.push((between - startedAt) / perRound);
    times.bare.push((endedAt - between) / perRound);
    ratios.push((endedAt - between) / (between - startedAt));
  }
  await driver.end();
  const ratio = median(ratios);
  return {
    name: 'booking (hold) / bare insert',
    figure: `${ratio.toFixed(2)} (${median(times.hold).toFixed(1)} ms against ${median(times.bare).toFixed(1)} ms)`,
    target: '≥ 0.3',
    isMet: ratio >= 0.3,
  };
}
