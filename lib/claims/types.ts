import type { PracticeStatus } from '@/lib/access/actor';
import type { BookingStatus } from '@/lib/booking/rules/status';
import type { SeatStatus } from '@/lib/events/rules/status';
import type { PaymentStatus } from '@/lib/payments/rules/status';
import type { PaymentSubject } from '@/lib/payments/types';
import type { ContentType } from '@/lib/shared/file-limits';
import type { Currency } from '@/lib/shared/money';
import type { ClaimGround, ClaimReason, ClaimWish } from './rules/outcome';
import type { ClaimStatus } from './rules/status';

/** A claim as the use cases need it. */
export type ClaimRecord = {
  id: string;
  number: number;
  subject: PaymentSubject;
  clientId: string;
  providerId: string;
  /** Who gave it: the provider itself, or a member of the organisation. */
  specialistId: string;
  status: ClaimStatus;
  version: number;
  currency: Currency;
  isMediation: boolean;
  frozenAt: Date | null;
  openedAt: Date;
  answerBy: Date;
  answeredAt: Date | null;
  answeredAmount: number | null;
  replyBy: Date | null;
  escalatedAt: Date | null;
  dueAt: Date | null;
  closedAt: Date | null;
  settledAt: Date | null;
  refundAmount: number | null;
  money: ClaimMoney | null;
};

export type ClaimMoney = {
  status: PaymentStatus;
  /** The price. */
  amount: number;
  paid: number;
  refunded: number;
  /** What can still go back: neither refunded nor taken back by a bank. */
  left: number;
  /** Of that, what is on its way back and has not arrived. */
  underWay: number;
  isOffPlatform: boolean;
  /** Kept back for a claim. */
  isClaimed: boolean;
};

type Times = { startsAt: Date; endsAt: Date; closedAt: Date | null };

/** What a claim is about: a booking or a seat, in the same words. */
export type ClaimSubject = Times & {
  subject: PaymentSubject;
  clientId: string;
  providerId: string;
  specialistId: string;
  priceAmount: number;
  currency: Currency;
  /** Title as sold, by language. */
  titles: unknown;
  title: string;
  money: ClaimMoney | null;
  claim: { id: string; status: ClaimStatus } | null;
} & (
    | {
        kind: 'booking';
        status: BookingStatus;
        closedBy: 'client' | 'provider' | 'system' | 'admin' | null;
        freeCancelUntil: Date | null;
        channel: 'video' | 'voice' | 'in_person';
      }
    | { kind: 'seat'; status: SeatStatus; isLate: boolean; eventId: string }
  );

export type ClaimPerson = { id: string; name: string };
export type ClaimProvider = ClaimPerson & {
  slug: string;
  portrait: string | null;
  kind: 'specialist' | 'organisation';
  status: PracticeStatus;
  timeZone: string;
};

/** A file beside a message. What is being checked, or was not taken, only its author sees. */
export type ClaimFileView = {
  id: string;
  name: string;
  size: number;
  contentType: ContentType | null;
  state: 'checking' | 'ready' | 'refused';
};

export type ClaimMessageView = {
  id: string;
  party: 'client' | 'provider' | 'admin';
  authorId: string;
  author: string;
  kind: 'opening' | 'message' | 'answer' | 'decision' | 'note';
  text: string;
  at: Date;
  files: ClaimFileView[];
};

/** A claim as its page shows it. */
export type ClaimView = ClaimRecord & {
  reason: ClaimReason;
  wish: ClaimWish;
  wishAmount: number | null;
  ground: ClaimGround | null;
  about: ClaimSubject;
  client: ClaimPerson & { locale: string; timeZone: string | null };
  provider: ClaimProvider;
  /** Of an organisation: the member who gave it. */
  givenBy: string | null;
  messages: ClaimMessageView[];
};

/** A claim in a list. */
export type ClaimRow = {
  id: string;
  providerId: string;
  number: number;
  status: ClaimStatus;
  reason: ClaimReason;
  clientName: string;
  providerName: string;
  titles: unknown;
  title: string;
  startsAt: Date;
  paid: number;
  currency: Currency;
  openedAt: Date;
  answerBy: Date;
  replyBy: Date | null;
  dueAt: Date | null;
  closedAt: Date | null;
  refundAmount: number | null;
  isMediation: boolean;
};
