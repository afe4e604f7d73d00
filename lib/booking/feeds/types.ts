import type { BookingStatus } from '@/lib/booking/rules/status';
import type { Placed } from '../meeting-place';

/** A provider's sessions, or a client's appointments. */
export const feedKinds = ['agenda', 'appointments'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** A feed as its owner sees it; without an address when it cannot be shown any more. */
export type FeedView = { address: string | null };

export type FeedRow = { id: string; tokenHash: string };

export type FeedReader = {
  kind: FeedKind;
  accountId: string;
  locale: string;
  timeZone: string | null;
  /** The account's own practice, and the organisations at which it gives sessions. */
  practice: { id: string; kind: 'specialist' | 'organisation'; memberOf: string[] } | null;
};

export type FeedBookingRow = Placed & {
  id: string;
  status: BookingStatus;
  startsAt: Date;
  endsAt: Date;
  calendarSequence: number;
  updatedAt: Date;
  clientName: string;
  providerName: string;
  /** The same as the provider's in a practice of one's own. */
  specialistName: string;
};
