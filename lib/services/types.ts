import type { Channel } from '@/lib/availability/rules/terms';
import type { Member } from '@/lib/organisations/types';
import type { PracticeAddress } from '@/lib/profiles/rules/practice-address';
import type { Money } from '@/lib/shared/money';

/** A service with all that is needed to offer and to sell it. */
export type Offer = {
  serviceId: string;
  providerId: string;
  /** Who gives it: the specialist whose practice it is, or the members of the organisation who were chosen for it. */
  specialistIds: readonly string[];
  /** The same as people see them; nobody for a specialist's own practice. */
  members: readonly Member[];
  kind: 'introductory' | 'video' | 'voice' | 'in_person';
  isSellable: boolean;
  titles: Record<string, string>;
  durationMinutes: number;
  price: Money;
  channels: readonly Channel[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  noticeMinutes: number;
  horizonDays: number;
  slotStepMinutes: number | null;
  isPacked: boolean;
  /** Sessions of one specialist a day and a week in the provider's zone; null: no limit. */
  dailyLimit: number | null;
  weeklyLimit: number | null;
  confirmationMode: 'request' | 'instant';
  paymentMode: 'at_booking' | 'before_entry' | 'off_platform';
  vatBps: number;
  provider: {
    slug: string;
    displayName: string;
    portrait: string | null;
    timeZone: string;
    mainLocale: string;
    answerHours: number;
    sellerName: string;
    sellerAddress: string;
    /** Where sessions in person take place. */
    practice: PracticeAddress | null;
    vatRegime: 'exempt' | 'small_business' | 'standard';
    vatNote: string | null;
    /** Asked for and checked. */
    reverseCharge: boolean;
    accountId: string;
  };
  plan: { code: string; commissionBps: number; commissionVatIncluded: boolean; advisorBearsFee: boolean };
};

export type ServiceText = { locale: string; title: string; description: string };

/** A service as its provider edits it. */
export type OwnService = {
  id: string;
  kind: Offer['kind'];
  durationMinutes: number;
  price: Money;
  channels: readonly Channel[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  noticeMinutes: number;
  horizonDays: number;
  slotStepMinutes: number | null;
  packed: boolean;
  dailyLimit: number | null;
  weeklyLimit: number | null;
  confirmationMode: Offer['confirmationMode'];
  paymentMode: Offer['paymentMode'];
  vatBps: number;
  isActive: boolean;
  /** Of an organisation: the members who give it. */
  memberIds: string[];
  texts: ServiceText[];
};
