import { currentActor } from '@/lib/server/session/current';

/** The zone in which this reader sees times: the account's, else the one that the browser says. */
export async function readReaderZone(browserZone: string): Promise<string> {
  const actor = await currentActor();
  return (actor.kind === 'account' && actor.timeZone) || browserZone;
}
