import { now as clock } from '@/lib/server/clock';
import { db } from '@/lib/server/db/client';
import { readBrowserSecret } from '@/lib/server/session/browser-cookie';
import { hashToken } from '@/lib/server/session/token';
import { findRegistration, findWaitingRegistration } from './repository';
import { isOwnLink } from './verify-email';

/** Whether the link of this token asks for a name and a password: it works, and another browser has asked for it. */
export async function readAsksToChoose(token: string): Promise<boolean> {
  const registration = await findRegistration(db(), { tokenHash: hashToken(token) });
  if (!registration || registration.usedAt || registration.expiresAt <= (await clock())) return false;
  return !isOwnLink(registration, await readBrowserSecret());
}

/** The address that this browser has registered and not verified yet, or null. */
export async function readWaitingEmail(): Promise<string | null> {
  const browser = await readBrowserSecret();
  if (!browser) return null;
  const browserHash = hashToken(browser);
  return (await findWaitingRegistration(db(), { browserHash, now: await clock() }))?.email ?? null;
}
