import type { Slot } from '@/lib/availability/rules/slots';
import type { Offer } from './types';

/** The offer as one of those who give it gives it; undefined for anybody else. */
export function givenBy(offer: Offer, specialistId: string): Offer | undefined {
  return offer.specialistIds.includes(specialistId) ? { ...offer, specialistIds: [specialistId] } : undefined;
}

/** Slots, each start once: members may have terms of their own at the same time, and the first slot is what is sold. */
export function oncePerStart(slots: readonly Slot[]): Slot[] {
  return slots.filter(({ start }, index) => start.getTime() !== slots[index - 1]?.start.getTime());
}
