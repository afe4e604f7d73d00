import type { FetchFailure } from '@/lib/server/outbound/fetch-public';

/** Why a calendar cannot be read. */
export type CalendarFailure = FetchFailure | 'no_calendar' | 'too_complex';

/** A calendar from elsewhere as its provider sees it: of its address, often a secret, only the host. */
export type CalendarSourceView = {
  id: string;
  name: string;
  host: string;
  /** A reading was asked for and is not done. */
  isBeingRead: boolean;
  readAt: Date | null;
  busyCount: number;
  skippedCount: number;
  /** Why it cannot be read now, and since when; what was read before still holds. */
  failure: { code: CalendarFailure; since: Date } | null;
};

/** A calendar that is about to be read. */
export type SourceToRead = {
  id: string;
  specialistId: string;
  url: string;
  /** Which reading this is; a later one makes it void. */
  attempt: number;
  failures: number;
  etag: string | null;
  lastModified: string | null;
  expandedAt: Date | null;
  expandedZone: string | null;
  zone: string;
};
