import type { Database } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import { money, toCurrency } from '@/lib/shared/money';
import type { Interval } from '@/lib/shared/time';
import { countTaken, eventSelect, nameSelect, textSelect } from '../repository';
import type { EventStatus } from '../rules/status';
import type { OwnEvent } from '../types';

const ownSelect = {
  ...eventSelect,
  texts: textSelect,
  updatedAt: true,
  host: nameSelect,
  provider: nameSelect,
} as const satisfies Prisma.EventSelect;
type OwnRow = Prisma.EventGetPayload<{ select: typeof ownSelect }>;

async function withTaken(database: Database, rows: OwnRow[], now: Date): Promise<OwnEvent[]> {
  const takenOf = await countTaken(
    database,
    rows.map(({ id }) => id),
    now,
  );
  return rows.map(({ host, provider, ...row }) => {
    const { late, ...taken } = takenOf(row.id);
    const price = money(row.priceAmount, toCurrency(row.currency));
    const isSold = row.status !== 'draft' && taken.booked + taken.held + late > 0;
    const post =
      row.hostId === row.providerId ? null : { host: host.displayName, provider: provider.displayName };
    return { ...row, price, taken, post, isFixed: isSold || row.confirmedAt !== null };
  });
}

export type OwnEventPage = {
  statuses: EventStatus[];
  /** Those that have not ended by then. */
  endsAfter?: Date;
  /** Those that are over by then, or were cancelled. */
  overBy?: Date;
  order: 'asc' | 'desc';
  take: number;
  skip?: number;
};

/** Events of practices, of all or of one who holds them. */
export type EventsOf = { providerIds: readonly string[]; hostId?: string | undefined };

const ofPractice = ({ providerIds, hostId }: EventsOf) => ({
  providerId: { in: [...providerIds] },
  ...(hostId && { hostId }),
});

/** Events of practices, with what is taken of each. */
export async function listOwnEvents(
  database: Database,
  of: EventsOf,
  { statuses, endsAfter, overBy, order, take, skip = 0 }: OwnEventPage,
  now: Date,
): Promise<OwnEvent[]> {
  const over = { OR: [{ status: 'cancelled' as const }, { endsAt: { lte: overBy ?? new Date(0) } }] };
  const rows = await database.event.findMany({
    where: {
      ...ofPractice(of),
      status: { in: statuses },
      ...(endsAfter && { endsAt: { gt: endsAfter } }),
      ...(overBy && over),
    },
    select: ownSelect,
    orderBy: [{ startsAt: order }, { id: order }],
    take,
    skip,
  });
  return withTaken(database, rows, now);
}

/** Null when there is none of this id. */
export async function findOwnEvent(database: Database, id: string, now: Date): Promise<OwnEvent | null> {
  const row = await database.event.findUnique({ where: { id }, select: ownSelect });
  if (!row) return null;
  const [event] = await withTaken(database, [row], now);
  return event ?? null;
}

/** What takes place in a stretch of time: on sale or held. */
export async function listHostedEvents(
  database: Database,
  of: EventsOf,
  { start, end }: Interval,
  now: Date,
): Promise<OwnEvent[]> {
  const rows = await database.event.findMany({
    where: {
      ...ofPractice(of),
      status: { in: ['published', 'completed'] },
      startsAt: { lt: end },
      endsAt: { gt: start },
    },
    select: ownSelect,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 1000,
  });
  return withTaken(database, rows, now);
}
