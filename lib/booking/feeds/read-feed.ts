import { createHash } from 'node:crypto';
import type { BookingStatus } from '@/lib/booking/rules/status';
import { pageAddress } from '@/lib/i18n/site';
import { type Words, wordsFor } from '@/lib/i18n/worker';
import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { hashToken } from '@/lib/server/session/token';
import { err, ok, type Result } from '@/lib/shared/result';
import type { Interval } from '@/lib/shared/time';
import { calendarLocation } from '../calendar-location';
import { inPractice } from '../practice-filter';
import type { BookingFilter } from '../repository';
import { findReader, listFeedBookings } from './repository';
import { type FeedBooking, feedFile, feedWindow } from './rules/feed-file';
import type { FeedBookingRow, FeedReader } from './types';

const statuses: BookingStatus[] = ['pending', 'accepted', 'completed'];
/** More sessions than anybody has in 490 days. */
const mostBookings = 10_000;
const readingsAnHour = 120;

export type FeedAnswer = { content: string; etag: string };

/**
 * The calendar behind a feed's address: an advisor's sessions with the names of the clients, or a client's with those of
 * the advisors, in the language of the account; nothing else of them. What else is to stand in it is handed in from above. `common.notFound` for an address that was never
 * made, was replaced or switched off, or whose account is not active; 120 times an hour.
 */
export async function readFeed(
  token: string,
  listOthers: (reader: FeedReader, window: Interval) => Promise<FeedBooking[]>,
): Promise<Result<FeedAnswer>> {
  const tokenHash = hashToken(token);
  const reader = await findReader(db(), tokenHash);
  const filter = reader && filterOf(reader);
  if (!reader || !filter) return err('common.notFound');
  if (!(await isWithinLimit(`feed/read/${tokenHash}`, readingsAnHour, 3600)))
    return err('common.rateLimited');
  const window = feedWindow(await clock());
  const rows = await listFeedBookings(db(), filter, { statuses, window, limit: mostBookings });
  const words = await wordsFor(reader.locale, reader.timeZone ?? 'UTC');
  const entries = [...rows.map((row) => eventOf(row, reader, words)), ...(await listOthers(reader, window))];
  const content = feedFile(
    words.t(`calendarFeed.names.${reader.kind}`),
    entries.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()),
  );
  return ok({ content, etag: `"${createHash('sha256').update(content).digest('base64url')}"` });
}

function filterOf({ kind, accountId, practice }: FeedReader): BookingFilter | null {
  if (kind === 'appointments') return { clientId: accountId };
  return practice && inPractice({ provider: practice, memberOf: practice.memberOf });
}

/** The other side; an organisation also sees who of it gives the session. */
function nameFor({ kind, practice }: FeedReader, row: FeedBookingRow): string {
  if (kind === 'appointments') return row.providerName;
  return practice?.kind === 'organisation' ? `${row.clientName} (${row.specialistName})` : row.clientName;
}

function eventOf(row: FeedBookingRow, reader: FeedReader, { t, locale }: Words): FeedBooking {
  const isAgenda = reader.kind === 'agenda';
  const pathname = isAgenda ? '/practice/appointments/[bookingId]' : '/appointments/[bookingId]';
  return {
    id: row.id,
    sequence: row.calendarSequence,
    status: row.status,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    changedAt: row.updatedAt,
    summary: t('emails.calendarTitle', { name: nameFor(reader, row) }),
    location: calendarLocation(row, locale),
    url: pageAddress({ pathname, params: { bookingId: row.id } }, locale),
  };
}
