import { cookies } from 'next/headers';
import { currentActor } from '@/lib/server/session/current';
import { canonicalZone } from './rules/time-zones';
import { currentZoneName } from './rules/zone-names';

/**
 * The zone in which this reader sees times, under its name of today: the account's, else the one that the browser says.
 */
export async function readReaderZone(browserZone: string): Promise<string> {
  const actor = await currentActor();
  return currentZoneName((actor.kind === 'account' && actor.timeZone) || browserZone);
}

/** A zone out of an address or a cookie, which anybody may have written. */
function canonicalZoneOf(text: unknown): string | null {
  return typeof text === 'string' && text.length < 65 ? canonicalZone(text) : null;
}

export type PageZone = {
  zone: string;
  /** Nothing says where the reader is: the zone is a fallback. */
  isGuess: boolean;
};

/**
 * The zone of a page that is made on the server: what its address asks for, else the account's, else the one that the
 * browser has left in a cookie, else the fallback.
 */
export async function readPageZone(asked: unknown, fallback: string): Promise<PageZone> {
  const wanted = canonicalZoneOf(asked);
  if (wanted) return { zone: wanted, isGuess: false };
  const known = await readReaderZone(canonicalZoneOf((await cookies()).get('zone')?.value) ?? '');
  return known === '' ? { zone: currentZoneName(fallback), isGuess: true } : { zone: known, isGuess: false };
}
