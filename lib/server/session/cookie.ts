import { cookies } from 'next/headers';
import { env } from '@/lib/server/env';
import { sessionDays } from './store';

/**
 * `__Host-` and Secure wherever browsers accept them (https, http://localhost). On another plain http address,
 * which only the demo may use, both are dropped.
 */
export function isSecure(): boolean {
  const { protocol, hostname } = new URL(env().APP_URL);
  return protocol === 'https:' || hostname === 'localhost';
}

export function sessionCookieName(): string {
  return isSecure() ? '__Host-consilia-session' : 'consilia-session';
}

export function sessionCookieOptions() {
  return {
    httpOnly: true,
    secure: isSecure(),
    sameSite: 'lax',
    path: '/',
    maxAge: sessionDays * 24 * 3600,
  } as const;
}

export async function readSessionCookie(): Promise<string | undefined> {
  return (await cookies()).get(sessionCookieName())?.value;
}

export async function writeSessionCookie(token: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), token, sessionCookieOptions());
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
}
