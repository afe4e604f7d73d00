import type { Actor } from '@/lib/access/actor';
import { actAs } from '@/lib/server/session/store';
import { err, ok, type Result } from '@/lib/shared/result';
import type { SwitchInput } from './schema';

/** Which practice this browser looks at from now on: one's own, or an organisation that one manages. */
export async function switchPractice(actor: Actor, { providerId }: SwitchInput): Promise<Result<undefined>> {
  if (actor.kind !== 'account' || !actor.practices.some(({ id }) => id === providerId))
    return err('common.notFound');
  await actAs(actor.sessionId, providerId);
  return ok();
}
