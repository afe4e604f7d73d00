import { type Channel, channels } from '@/lib/availability/rules/terms';

/** The kinds of services that name the way to meet. */
function isChannel(kind: unknown): kind is Channel {
  return channels.some((channel) => channel === kind);
}

/**
 * A service that is called by a way to meet (video, voice, in person) offers that way, perhaps beside others; an
 * introductory call may take place in any.
 */
export function isKindOffered(kind: unknown, offered: unknown): boolean {
  return !isChannel(kind) || !Array.isArray(offered) || offered.length === 0 || offered.includes(kind);
}
