import { cookies } from 'next/headers';
import { isZone } from '@/lib/shared/time';
import { currentActor } from '@/lib/server/session/current';

/** The zone in which this reader sees times: the account's, else the one that the browser says. */
export async function readReaderZone(browserZone: string): Promise<string> {
  const actor = await currentActor();
  return (actor.kind === 'account' && actor.timeZone) || browserZone;
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
  if (typeof asked === 'string' && asked.length < 65 && isZone(asked)) return { zone: asked, isGuess: false };
  const browser = (await cookies()).get('zone')?.value ?? '';
  const known = await readReaderZone(browser.length < 65 && isZone(browser) ? browser : '');
  return known === '' ? { zone: fallback, isGuess: true } : { zone: known, isGuess: false };
}
