import type { Money } from '@/lib/shared/money';

/** How a session takes place. */
export const channels = ['video', 'voice', 'in_person'] as const;
export type Channel = (typeof channels)[number];

/** What holds for a session that starts in a range. A range may bring its own, which replace the service's. */
export type Terms = { readonly price: Money; readonly channels: readonly Channel[] };

/** Same price and same channels, in whatever order these are listed. */
export function isSameTerms(a: Terms, b: Terms): boolean {
  if (a === b) return true;
  return (
    a.price.amount === b.price.amount &&
    a.price.currency === b.price.currency &&
    a.channels.every((channel) => b.channels.includes(channel)) &&
    b.channels.every((channel) => a.channels.includes(channel))
  );
}
