import type { CancelTerms } from '@/lib/booking/rules/cancellation';
import type { ErrorCode } from '@/lib/shared/errors';
import type { Money } from '@/lib/shared/money';
import type { EventEnding, EventStatus, SeatStatus } from './rules/status';
import type { EventText } from './rules/texts';

/** An event as the use cases need it. */
export type EventRecord = {
  id: string;
  providerId: string;
  hostId: string;
  status: EventStatus;
  version: number;
  startsAt: Date;
  endsAt: Date;
  priceAmount: number;
  currency: string;
  vatBps: number;
  minimumSeats: number;
  maximumSeats: number;
  bookUntil: Date;
  language: string;
  cover: string;
  mainLocale: string;
  publishedAt: Date | null;
  confirmedAt: Date | null;
  ending: EventEnding | null;
  calendarSequence: number;
};

/** A seat as the use cases need it. */
export type SeatRecord = {
  id: string;
  eventId: string;
  clientId: string;
  providerId: string;
  status: SeatStatus;
  version: number;
  /** Start and end as sold. */
  startsAt: Date;
  endsAt: Date;
  priceAmount: number;
  currency: string;
  heldUntil: Date | null;
  holdExtendedAt: Date | null;
  freeCancelUntil: Date | null;
  bookedAt: Date | null;
  calendarSequence: number;
  /** Whose wait for a seat it answers; null: nobody's. */
  waitingEntryId: string | null;
  clientTimeZone: string;
  /** When the client ordered it; null: never. */
  orderedAt: Date | null;
  /** When the client withdrew from the contract. */
  withdrawnAt: Date | null;
};

export type EventHost = {
  providerId: string;
  slug: string;
  name: string;
  portrait: string | null;
  timeZone: string;
  isVerified: boolean;
  kind: 'specialist' | 'organisation';
};

/** An event in a list that everybody may see. */
export type EventCard = {
  id: string;
  texts: readonly EventText[];
  mainLocale: string;
  startsAt: Date;
  endsAt: Date;
  bookUntil: Date;
  price: Money;
  language: string;
  cover: string;
  specialities: readonly string[];
  host: EventHost;
  maximumSeats: number;
  seatsLeft: number;
};

/** The public page of an event, which is kept: what changes with each seat is asked for apart. */
export type PublicEvent = Omit<EventCard, 'seatsLeft'> & {
  status: Exclude<EventStatus, 'draft'>;
  ending: EventEnding | null;
  minimumSeats: number;
  /** Of an organisation: the member who holds it; null: its owner or a manager, or whoever sells it. */
  heldBy: string | null;
  /** From when on seats can be paid: 60 days before the start; null where nothing is to pay. */
  onSaleFrom: Date | null;
  /** The last instant of free cancelling; who takes a seat later has none. */
  freeCancelUntil: Date;
  vat: { regime: 'exempt' | 'small_business' | 'standard'; bps: number; note: string | null };
  seller: { name: string; address: string };
};

/** What the page asks for each time it is shown: seats left, and why none can be taken now. */
export type EventSeats = { seatsLeft: number; refusal: ErrorCode | null };

/** The same for one reader: the seat they have or hold, and whether they wait for one. */
export type OwnEventSeats = EventSeats & {
  own: { seatId: string; isHeld: boolean } | null;
  isWaiting: boolean;
};

/** An event as its provider sees it. */
export type OwnEvent = EventRecord & {
  texts: readonly EventText[];
  price: Money;
  taken: { booked: number; held: number };
  updatedAt: Date;
  /** Of an organisation, when one of its members holds it: who, and where. */
  post: { host: string; provider: string } | null;
  /** Whether host, start, length and price stay as they are. */
  isFixed: boolean;
};

/** Who comes, for the host. */
export type Participant = {
  seatId: string;
  clientId: string;
  name: string;
  status: 'booked' | 'attended' | 'absent' | 'cancelled';
  isLate: boolean;
  bookedAt: Date | null;
  paid: Money;
  refunded: Money;
};

/** A seat as its client and the mails see it, with its event. */
export type SeatView = SeatRecord & {
  titles: unknown;
  vatRegime: 'exempt' | 'small_business' | 'standard';
  vatBps: number;
  sellerName: string;
  sellerAddress: string;
  isLate: boolean;
  closedAt: Date | null;
  closedBy: 'client' | 'provider' | 'system' | 'admin' | null;
  createdAt: Date;
  client: { id: string; name: string; email: string; locale: string; timeZone: string | null };
  event: EventRecord & {
    texts: EventText[];
    host: EventHost & { vatNote: string | null };
  };
  payment: {
    id: string;
    status: string;
    paidAmount: number;
    refundedAmount: number;
    claimUntil: Date | null;
  } | null;
};

/** What a client can do with a seat now, and what is known of its money. */
export type SeatState = {
  price: Money;
  paid: Money;
  refunded: Money;
  /** Money on its way back. */
  returning: Money;
  cancelTerms: CancelTerms;
  canCancel: boolean;
  canEnter: boolean;
};

/** What was changed, for the pages that show it. */
export type ChangedEvent = { eventId: string; providerId: string; slug: string };
