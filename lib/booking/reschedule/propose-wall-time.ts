import type { Actor } from '@/lib/access/actor';
import { instantOfWall } from '@/lib/availability/rules/zone-clock';
import { readZone } from '@/lib/profiles/read-profile';
import { db } from '@/lib/server/db/client';
import { err, type Result } from '@/lib/shared/result';
import type { WallRescheduleInput } from '../schema';
import { proposeTime } from './propose-time';

/** The same as `proposeTime`, with the new time as it stands on the clocks of the provider who asks. */
export async function proposeWallTime(
  actor: Actor,
  { bookingId, date, minute, message }: WallRescheduleInput,
): Promise<Result<{ bookingId: string }>> {
  if (actor.kind !== 'account' || !actor.provider) return err('common.notFound');
  const zone = await readZone(db(), actor.provider.id);
  return proposeTime(actor, { bookingId, start: instantOfWall(date, minute, zone), message });
}
