import { headers } from 'next/headers';
import { cache } from 'react';
import { type Actor, anonymous } from '@/lib/access/actor';
import { now } from '@/lib/server/clock';
import { env } from '@/lib/server/env';
import { clientAddress } from './client-address';
import { readSessionCookie } from './cookie';
import { findActor } from './store';

/** Who asks; read from the database once a request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = await readSessionCookie();
  if (!token) return anonymous;
  return (await findActor(token, await now())) ?? anonymous;
});

/** Where a request comes from, for sessions and rate limits. */
export async function requestOrigin(): Promise<{ address: string; userAgent: string | null }> {
  const list = await headers();
  const address = clientAddress(list.get('x-forwarded-for'), env().TRUSTED_PROXIES);
  return { address, userAgent: list.get('user-agent') };
}
