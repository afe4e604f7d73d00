import { currentActor } from '@/lib/server/session/current';
import type { Result } from '@/lib/shared/result';
import { checkIn, type Presence } from './check-in';
import type { PresenceInput } from './schema';

/** Presence of whoever is signed in. */
export async function keepPresence(input: PresenceInput): Promise<Result<Presence>> {
  return checkIn(await currentActor(), input);
}
