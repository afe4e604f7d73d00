import type { Actor } from '@/lib/access/actor';
import { asSpecialist } from '@/lib/profiles/own-provider';
import { lockProvider } from '@/lib/profiles/read-profile';
import { now as clock } from '@/lib/server/clock';
import { inTransaction } from '@/lib/server/db/transaction';
import { env } from '@/lib/server/env';
import { enqueue } from '@/lib/server/jobs/boss';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { newId } from '@/lib/shared/ids';
import { parsePublicUrl } from '@/lib/shared/public-address';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { addMinutes } from '@/lib/shared/time';
import { countSources, insertSource } from './repository';
import { PUT_OFF_MINUTES } from './rules/reading-plan';
import type { SourceInput } from './schema';

const mostSources = 10;
const addedAnHour = 30;
/** As it is written out; the database keeps each address once. */
const longestAddress = 2000;

/**
 * Lets a calendar from elsewhere block the provider's time. Its address must be https (or webcal, which means the same)
 * and lead to the public network: `availability.calendarAddress`. Each address once (`calendarKnown`), ten in all
 * (`tooManyCalendars`). It is read at once, in the background.
 */
export async function addSource(actor: Actor, { name, address }: SourceInput): Promise<Result<undefined>> {
  const provider = asSpecialist(actor);
  if (!provider.ok) return provider;
  const specialistId = provider.value.provider.id;
  const url = parsePublicUrl(address, new URL(env().APP_URL).hostname)?.href;
  if (!url || url.length > longestAddress) return fieldErrors({ address: 'availability.calendarAddress' });
  if (!(await isWithinLimit(`calendar/add/${specialistId}`, addedAnHour, 3600)))
    return err('common.rateLimited');
  const now = await clock();
  return inTransaction(async (tx) => {
    await lockProvider(tx, specialistId);
    if ((await countSources(tx, specialistId)) >= mostSources) return err('availability.tooManyCalendars');
    const id = newId();
    const times = { createdAt: now, askedAt: now, nextReadAt: addMinutes(now, PUT_OFF_MINUTES) };
    if (!(await insertSource(tx, { id, specialistId, name, url, ...times })))
      return fieldErrors({ address: 'availability.calendarKnown' });
    await enqueue(tx, 'calendar.read', { sourceId: id });
    return ok();
  });
}
