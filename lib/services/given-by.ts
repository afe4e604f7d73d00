import type { Offer } from './types';

/** The offer as one of those who give it gives it; undefined for anybody else. */
export function givenBy(offer: Offer, specialistId: string): Offer | undefined {
  return offer.specialistIds.includes(specialistId) ? { ...offer, specialistIds: [specialistId] } : undefined;
}
