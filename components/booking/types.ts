import type { MoneyValue } from '@/components/ui/money-format';
import type { Pictured } from '@/components/ui/portrait';

/** How the tax in a price is spoken of; prices include it. */
export type VatView =
  | { kind: 'included'; rateBps: number; amount: MoneyValue }
  | { kind: 'smallBusiness' }
  | { kind: 'exempt'; note?: string };

/** Everything a client sees before and after booking; the terms are those stored with it. */
export type BookingView = {
  advisor: Pictured & {
    headline: string;
    isVerified: boolean;
    /** At an organisation: who gives the session. */
    givenBy: string | null;
  };
  serviceTitle: string;
  durationMinutes: number;
  channel: 'video' | 'voice' | 'in_person';
  /** Where one meets in person, or may while the way to meet is still being chosen. */
  place: { lines: readonly string[]; mapHref: string } | null;
  start: Date;
  end: Date;
  clientZone: string;
  advisorZone: string;
  price: MoneyValue;
  vat: VatView;
  seller: { name: string; addressLines: readonly string[] };
  /** Until then everything is paid back; nothing: it was never free. */
  freeCancelUntil: Date | null;
  confirmation: 'request' | 'instant';
};
