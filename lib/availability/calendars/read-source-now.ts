import type { Actor } from '@/lib/access/actor';
import { asSpecialist } from '@/lib/profiles/own-provider';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { enqueue } from '@/lib/server/jobs/boss';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { err, ok, type Result } from '@/lib/shared/result';
import { addMinutes } from '@/lib/shared/time';
import { updateAsked } from './repository';
import { PUT_OFF_MINUTES } from './rules/reading-plan';

const readingsAnHour = 30;

/** Reads a calendar from elsewhere without waiting for its turn; 30 times an hour over all of a provider's. */
export async function readSourceNow(
  actor: Actor,
  { sourceId }: { sourceId: string },
): Promise<Result<undefined>> {
  const provider = asSpecialist(actor);
  if (!provider.ok) return provider;
  const { id } = provider.value.provider;
  if (!(await isWithinLimit(`calendar/read/${id}`, readingsAnHour, 3600))) return err('common.rateLimited');
  const now = await clock();
  return inTransaction(async (tx) => {
    if (
      !(await updateAsked(tx, id, sourceId, { askedAt: now, nextReadAt: addMinutes(now, PUT_OFF_MINUTES) }))
    )
      return err('common.notFound');
    await enqueue(tx, 'calendar.read', { sourceId });
    return ok();
  });
}
