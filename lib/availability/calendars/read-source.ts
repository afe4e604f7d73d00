import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { enqueue } from '@/lib/server/jobs/boss';
import { type Fetched, fetchPublic } from '@/lib/server/outbound/fetch-public';
import { liveNetwork, type Network } from '@/lib/server/outbound/network';
import { addMinutes, type Interval } from '@/lib/shared/time';
import { expandApart } from './expand-apart';
import {
  beginReading,
  listBusyOf,
  type ReadingResult,
  replaceBusy,
  updateFailedReading,
  updateReading,
} from './repository';
import { busyWindow, isSameBusy, joinBusy } from './rules/busy-window';
import { mayStayAsItIs, nextReading, PUT_OFF_MINUTES } from './rules/reading-plan';
import type { CalendarFailure, SourceToRead } from './types';

const mostBytes = 1_000_000;
const timeoutMs = 5000;

export type ReadingDeps = {
  /** Of these bookings those that are ours: what came here by our own feed takes no time twice. */
  ownBookings: (specialistId: string, ids: string[]) => Promise<Set<string>>;
  network?: Network;
};

type Reading =
  | { kind: 'failed'; failure: CalendarFailure }
  | { kind: 'unchanged' }
  | {
      kind: 'read';
      busy: Interval[];
      skipped: number;
      etag: string | null;
      lastModified: string | null;
    };

/**
 * Reads a calendar from elsewhere and puts its busy times in the place of those it had, in one transaction; the directory
 * is told when they changed. When it cannot be read they stay, and its provider sees why and since when. May run twice;
 * of two readings the one that began later counts.
 */
export async function readSource(sourceId: string, deps: ReadingDeps): Promise<void> {
  const now = await clock();
  const source = await beginReading(db(), sourceId, addMinutes(now, PUT_OFF_MINUTES));
  if (!source) return;
  const reading = await read(source, now, deps);
  await inTransaction((tx) => write(tx, { source, reading, now }));
}

async function read(source: SourceToRead, now: Date, deps: ReadingDeps): Promise<Reading> {
  const { url, zone, etag, lastModified, specialistId } = source;
  const known = mayStayAsItIs(source, zone, now)
    ? { etag, lastModified }
    : { etag: null, lastModified: null };
  const ownHost = new URL(env().APP_URL).hostname;
  const asked = { url, ownHost, accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1', mostBytes, timeoutMs };
  const fetched = await fetchPublic({ ...asked, ...known }, deps.network ?? liveNetwork);
  // "Unchanged" is no answer to who did not say what is known.
  if (fetched.kind === 'unchanged' && !known.etag && !known.lastModified)
    return { kind: 'failed', failure: 'bad_answer' };
  if (fetched.kind !== 'text') return fetched;
  return expand(fetched, { zone, window: busyWindow(now, zone), specialistId }, deps);
}

async function expand(
  { text, etag, lastModified }: Extract<Fetched, { kind: 'text' }>,
  { zone, window, specialistId }: { zone: string; window: Interval; specialistId: string },
  { ownBookings }: ReadingDeps,
): Promise<Reading> {
  const expanded = await expandApart({ text, zone, window });
  if (!expanded.ok) return { kind: 'failed', failure: expanded.failure };
  const named = new Set(expanded.busy.flatMap(({ bookingId }) => bookingId ?? []));
  const own = await ownBookings(specialistId, [...named]);
  const foreign = expanded.busy.filter(({ bookingId }) => bookingId === null || !own.has(bookingId));
  return { kind: 'read', busy: joinBusy(foreign), skipped: expanded.skipped, etag, lastModified };
}

type Outcome = { source: SourceToRead; reading: Reading; now: Date };

async function write(tx: Tx, { source, reading, now }: Outcome): Promise<void> {
  if (reading.kind === 'failed') {
    const nextReadAt = nextReading(now, source.failures + 1, Math.random());
    return updateFailedReading(tx, source, { failure: reading.failure, now, nextReadAt });
  }
  const success = {
    nextReadAt: nextReading(now, 0, Math.random()),
    readAt: now,
    askedAt: null,
    failure: null,
    failingSince: null,
    failures: 0,
  };
  const isLatest = await updateReading(tx, source, { ...success, ...contentOf(source, reading, now) });
  if (!isLatest || reading.kind === 'unchanged') return;
  if (isSameBusy(await listBusyOf(tx, source.id), reading.busy)) return;
  await replaceBusy(tx, source, reading.busy);
  await enqueue(tx, 'directory.refresh', { providerId: source.specialistId });
}

function contentOf(source: SourceToRead, reading: Reading, now: Date): Partial<ReadingResult> {
  if (reading.kind !== 'read') return {};
  const { busy, skipped, etag, lastModified } = reading;
  return {
    expandedAt: now,
    expandedZone: source.zone,
    etag,
    lastModified,
    busyCount: busy.length,
    skippedCount: skipped,
  };
}
