import type { MoneyValue } from '@/components/ui/money-format';
import type { Pictured } from '@/components/ui/portrait';

/** How the tax in a price is spoken of; prices include it. */
export type VatView =
  | { kind: 'included'; rateBps: number; amount: MoneyValue }
  | { kind: 'smallBusiness' }
  | { kind: 'exempt'; note?: string };

/** Everything a client sees before and after booking; the terms are those stored with it. */
export type BookingView = {
  advisor: Pictured & { headline: string; isVerified: boolean };
  serviceTitle: string;
  durationMinutes: number;
  channel: 'video' | 'voice' | 'in_person';
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
