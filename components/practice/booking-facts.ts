import type { Pictured } from '@/components/ui/portrait';
import type { BookingView } from '@/lib/booking/types';
import { inLanguage } from '@/lib/shared/in-language';
import { type Money, money, toCurrency } from '@/lib/shared/money';

/** The client of a booking, as lists show people. */
export function clientOf({ client }: BookingView): Pictured {
  return { id: client.id, name: client.name };
}

export function priceOf({ priceAmount, currency }: BookingView): Money {
  return money(priceAmount, toCurrency(currency));
}

/** The service in the reader's language. */
export function titleOf({ serviceTitle, serviceTitles }: BookingView, locale: string): string {
  return inLanguage(serviceTitles, locale, serviceTitle);
}

/** The clock of the client: as it is now, else as it was when booking. */
export function clientZoneOf({ client, clientTimeZone }: BookingView): string {
  return client.timeZone ?? clientTimeZone;
}
