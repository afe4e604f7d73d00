import { closeSession } from '@/lib/server/session/store';

/**
 * Ends the session of a cookie in the database. Whoever holds the cookie may, also when its account has been suspended
 * and counts as nobody.
 */
export async function signOut(token: string | undefined): Promise<void> {
  if (token) await closeSession(token);
}
