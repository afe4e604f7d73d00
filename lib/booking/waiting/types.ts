import type { WaitingStatus } from '@/lib/booking/rules/waiting';
import type { LocalDate } from '@/lib/shared/time';

/** Somebody's wait for a place of a service; the days are those of the provider's zone, both included. */
export type WaitingEntry = {
  id: string;
  clientId: string;
  serviceId: string;
  firstDate: LocalDate;
  lastDate: LocalDate;
  status: WaitingStatus;
};

/** One who waits, with what an offer needs to know. */
export type WaitingClient = WaitingEntry & { locale: string; timeZone: string };

/** What a client sees of their own. */
export type OwnEntry = WaitingEntry & {
  /** The service's title by language. */
  titles: Record<string, string>;
  provider: { displayName: string; slug: string; mainLocale: string };
  /** The booking that is held for them now. */
  offer: { id: string; heldUntil: Date | null } | null;
};
