import type { Slot } from '@/lib/availability/rules/slots';
import type { Offer } from './types';

/** The offer as one of those who give it gives it; undefined for anybody else. */
export function givenBy(offer: Offer, specialistId: string): Offer | undefined {
  return offer.specialistIds.includes(specialistId) ? { ...offer, specialistIds: [specialistId] } : undefined;
}

/** The starts of slots, each once: members may have terms of their own at the same time. */
export function startsOf(slots: readonly Slot[]): Date[] {
  const starts = slots.map(({ start }) => start);
  return starts.filter((start, index) => start.getTime() !== starts[index - 1]?.getTime());
}
