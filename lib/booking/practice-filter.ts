import type { Practice } from '@/lib/access/actor';
import type { BookingFilter } from './repository';
import type { BookingView } from './types';

type Viewer = { provider: Pick<Practice, 'id' | 'kind'>; memberOf: readonly string[] };

/**
 * What belongs to the practice in view: of an organisation everything, or what one member gives; of a specialist the own
 * practice together with what they give at the organisations where they are a member now.
 */
export function inPractice({ provider, memberOf }: Viewer, member?: string): BookingFilter {
  const { id, kind } = provider;
  if (kind === 'specialist') return { specialistId: id, providerId: { in: [id, ...memberOf] } };
  return { providerId: id, ...(member && { specialistId: member }) };
}

/** Who gives a session of an organisation, and at which; null in a practice of one's own. */
export function postOf({ providerId, specialist, provider }: BookingView): string | null {
  return specialist.id === providerId ? null : `${specialist.displayName}, ${provider.displayName}`;
}
