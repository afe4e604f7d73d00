import { createHmac } from 'node:crypto';
import { env } from '@/lib/server/env';
import { hashToken } from '@/lib/server/session/token';

/**
 * The secret of a feed's address. It is derived from the row's id and AUTH_SECRET, so that its owner can be shown the
 * address again while the database holds only the hash.
 */
export function feedToken(feedId: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`calendar-feed:${feedId}`).digest('base64url');
}

/** The address of a feed; null when AUTH_SECRET was changed since it was made: it works on, but cannot be shown. */
export function feedAddress({ id, tokenHash }: { id: string; tokenHash: string }): string | null {
  const token = feedToken(id);
  return hashToken(token) === tokenHash ? `${env().APP_URL}/api/calendar/${token}.ics` : null;
}
