import type { WaitingStatus } from '@/lib/booking/rules/waiting';
import type { EventText } from '../rules/texts';

/** Somebody's wait for a seat. */
export type SeatEntry = { id: string; clientId: string; eventId: string | null; status: WaitingStatus };

/** What a client sees of their own. */
export type OwnSeatEntry = SeatEntry & {
  event: { id: string; startsAt: Date; mainLocale: string; texts: EventText[]; hostName: string };
  /** The seat that is held for them now. */
  offer: { id: string; heldUntil: Date | null } | null;
};
