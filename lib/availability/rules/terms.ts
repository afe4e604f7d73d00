import type { Money } from '@/lib/shared/money';

/** How a session takes place. */
export const channels = ['video', 'voice', 'in_person'] as const;
export type Channel = (typeof channels)[number];

/** What holds for a session that starts in a range. */
export type Terms = { readonly price: Money; readonly channels: readonly Channel[] };

/** What a range brings of its own; what it does not name is the service's. */
export type OwnTerms = {
  /** In minor units of the service's currency. */
  readonly priceAmount?: number | undefined;
  readonly channels?: readonly Channel[] | undefined;
};

/**
 * A range's own price and ways to meet replace the service's. A service that is free of charge stays free: an
 * introductory call does not begin to cost something in the evening.
 */
export function termsIn(own: OwnTerms | undefined, service: Terms): Terms {
  if (own === undefined) return service;
  const { priceAmount, channels = service.channels } = own;
  const isOwnPrice = priceAmount !== undefined && service.price.amount > 0;
  return { price: isOwnPrice ? { ...service.price, amount: priceAmount } : service.price, channels };
}

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

/** The other way round: what terms have of their own beside those of the service. */
export function ownTerms(terms: Terms, service: Terms): OwnTerms {
  const { price, channels } = terms;
  return {
    ...(price.amount !== service.price.amount && { priceAmount: price.amount }),
    ...(!isSameTerms({ price, channels }, { price, channels: service.channels }) && { channels }),
  };
}

/** Whether a range brings sessions in person of its own. */
export function isInPerson({ terms }: { readonly terms?: OwnTerms | undefined }): boolean {
  return terms?.channels?.includes('in_person') ?? false;
}
