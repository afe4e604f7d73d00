import { currentActor } from '@/lib/server/session/current';

/** Name and first page of whoever is signed in, or null. */
export async function readSignedIn(): Promise<{ name: string; home: '/home' | '/practice' } | null> {
  const actor = await currentActor();
  if (actor.kind !== 'account') return null;
  return { name: actor.name, home: actor.provider ? '/practice' : '/home' };
}
