import type { PracticeStatus } from '@/lib/access/actor';
import type { Database, Tx } from '@/lib/server/db/client';
import { Prisma } from '@/lib/server/db/generated/client';
import type { MeasureKind } from './rules/standing';

export type Measured = {
  id: string;
  slug: string;
  status: PracticeStatus;
  account: { id: string; email: string; locale: string };
};

/** A provider, kept from changing until the transaction ends. */
export async function lockMeasured(tx: Tx, providerId: string): Promise<Measured | null> {
  await tx.$queryRaw`select 1 from provider where id = ${providerId}::uuid for no key update`;
  return tx.provider.findUnique({
    where: { id: providerId },
    select: {
      id: true,
      slug: true,
      status: true,
      account: { select: { id: true, email: true, locale: true } },
    },
  });
}

export async function writeStanding(tx: Tx, providerId: string, status: PracticeStatus): Promise<void> {
  await tx.provider.update({
    where: { id: providerId },
    data: { status, availableUntil: null },
    select: { id: true },
  });
}

type NewMeasure = {
  id: string;
  providerId: string;
  kind: MeasureKind;
  reason: string;
  adminId: string;
  createdAt: Date;
};

export async function insertMeasure(tx: Tx, measure: NewMeasure): Promise<void> {
  await tx.providerMeasure.create({ data: measure, select: { id: true } });
}

export function findMeasure(database: Database, id: string) {
  return database.providerMeasure.findUnique({
    where: { id },
    select: { kind: true, reason: true, provider: { select: { displayName: true } } },
  });
}

/** The latest first. */
export function listMeasures(database: Database, providerId: string, take: number) {
  return database.providerMeasure.findMany({
    where: { providerId },
    select: {
      id: true,
      kind: true,
      reason: true,
      createdAt: true,
      admin: { select: { name: true } },
    },
    orderBy: { createdAt: 'desc' },
    take,
  });
}

type Ahead = { id: string; adminId: string };

/** Who closed the provider `v`. */
const closedBy = Prisma.sql`
  (select m.admin_id from provider_measure m
   where m.provider_id = v.id and m.kind = 'closed' order by m.created_at desc limit 1)`;

/** Requests and sessions ahead at providers that were closed, with who closed them, without those of these ids. */
export function listBookingsToEnd(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<Ahead[]> {
  return database.$queryRaw`
    select b.id, ${closedBy} as "adminId"
    from booking b join provider v on v.id in (b.provider_id, b.specialist_id)
    where v.status = 'closed' and b.status in ('pending', 'accepted') and b.starts_at > ${now}
      and b.id <> all(${seen}::uuid[])
    order by b.starts_at limit ${limit}`;
}

/** The same of events on sale. */
export function listEventsToEnd(
  database: Database,
  now: Date,
  limit: number,
  seen: string[],
): Promise<Ahead[]> {
  return database.$queryRaw`
    select e.id, ${closedBy} as "adminId"
    from event e join provider v on v.id in (e.provider_id, e.host_id)
    where v.status = 'closed' and e.status = 'published' and e.starts_at > ${now}
      and e.id <> all(${seen}::uuid[])
    order by e.starts_at limit ${limit}`;
}

/** Plans that practices which were closed still pay for, or have chosen. */
export function listPlansToEnd(database: Database, limit: number, seen: string[]): Promise<{ id: string }[]> {
  return database.$queryRaw`
    select s.id from plan_subscription s join provider v on v.id = s.provider_id
    where v.status = 'closed' and s.status <> 'ended' and s.id <> all(${seen}::uuid[])
    order by s.id limit ${limit}`;
}
