import type { Database, Tx } from '@/lib/server/db/client';
import type { BookingStatus } from '@/lib/booking/rules/status';
import type { Interval } from '@/lib/shared/time';
import type { BookingFilter } from '../repository';
import type { FeedBookingRow, FeedKind, FeedReader, FeedRow } from './types';

export function findFeed(
  database: Database,
  { accountId, kind }: { accountId: string; kind: FeedKind },
): Promise<FeedRow | null> {
  return database.calendarFeed.findUnique({
    where: { accountId_kind: { accountId, kind } },
    select: { id: true, tokenHash: true },
  });
}

export type NewFeed = { id: string; accountId: string; kind: FeedKind; tokenHash: string; createdAt: Date };

export async function insertFeed(tx: Tx, data: NewFeed): Promise<void> {
  await tx.calendarFeed.create({ data, select: { id: true } });
}

/** Whether there was one. */
export async function deleteFeed(
  tx: Tx,
  { accountId, kind }: { accountId: string; kind: FeedKind },
): Promise<boolean> {
  const { count } = await tx.calendarFeed.deleteMany({ where: { accountId, kind } });
  return count === 1;
}

/** Whose feed this is, while the account may sign in. */
export async function findReader(database: Database, tokenHash: string): Promise<FeedReader | null> {
  const row = await database.calendarFeed.findFirst({
    where: { tokenHash, account: { status: 'active' } },
    select: {
      kind: true,
      accountId: true,
      account: {
        select: {
          locale: true,
          timeZone: true,
          provider: { select: { id: true, kind: true } },
          memberships: { where: { endedAt: null, role: 'member' }, select: { organisationId: true } },
        },
      },
    },
  });
  if (!row) return null;
  const { kind, accountId, account } = row;
  return {
    kind,
    accountId,
    locale: account.locale,
    timeZone: account.timeZone,
    practice: account.provider && {
      ...account.provider,
      memberOf: account.memberships.map(({ organisationId }) => organisationId),
    },
  };
}

/** Bookings that start inside the window, in order. */
export async function listFeedBookings(
  database: Database,
  filter: BookingFilter,
  { statuses, window, limit }: { statuses: BookingStatus[]; window: Interval; limit: number },
): Promise<FeedBookingRow[]> {
  const rows = await database.booking.findMany({
    where: { ...filter, status: { in: statuses }, startsAt: { gte: window.start, lt: window.end } },
    select: {
      id: true,
      status: true,
      startsAt: true,
      endsAt: true,
      calendarSequence: true,
      updatedAt: true,
      channel: true,
      channels: true,
      sellerAddress: true,
      practiceStreet: true,
      practicePostalCode: true,
      practiceCity: true,
      practiceCountry: true,
      client: { select: { name: true } },
      provider: { select: { displayName: true } },
      specialist: { select: { displayName: true } },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: limit,
  });
  return rows.map(({ client, provider, specialist, ...row }) => ({
    ...row,
    clientName: client.name,
    providerName: provider.displayName,
    specialistName: specialist.displayName,
  }));
}
