import type { Actor } from '@/lib/access/actor';
import { MOST_WAITING, WAITING_DAYS } from '@/lib/booking/rules/waiting';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { readOffer } from '@/lib/services/free-times';
import { err, fieldErrors, ok, type Result } from '@/lib/shared/result';
import { addLocalDays, localDate } from '@/lib/shared/time';
import { asClientOf } from '../as-client';
import { lockClient } from '../repository';
import { auditJoin } from './move-entry';
import { isAnythingFree } from './anything-free';
import { countOpenEntries, insertEntry, isWaitingFor } from './repository';
import type { WaitInput } from './schema';

/**
 * The client waits for a place of a service within some days of the provider's calendar, from today at the earliest and 90
 * days ahead at most. While something is free in them there is nothing to wait for: `waiting.timesFree`. One wait a
 * service (`waiting.already`), ten in all (`waiting.tooMany`). Of an organisation one waits for whoever gives it.
 */
export async function joinWaitingList(actor: Actor, input: WaitInput): Promise<Result<{ entryId: string }>> {
  const offer = await readOffer(db(), input.serviceId);
  if (!offer) return err('common.notFound');
  const client = asClientOf(actor, 'booking:hold', offer);
  if (!client.ok) return client;
  const { accountId } = client.value;
  if (!offer.isSellable) return err('provider.notBookable');
  if (!(await isWithinLimit(`wait/${accountId}`, 30, 3600))) return err('common.rateLimited');
  const now = await clock();
  const days = checkDays(input, localDate(now, offer.provider.timeZone));
  if (!days.ok) return days;
  if (await isAnythingFree(offer, input, now)) return err('waiting.timesFree');
  return inTransaction((tx) => write(tx, accountId, input, now));
}

function checkDays({ first, last }: WaitInput, today: string): Result<undefined> {
  if (first < today) return fieldErrors({ first: 'availability.datePast' });
  if (last < first) return fieldErrors({ last: 'availability.datesReversed' });
  if (last > addLocalDays(today, WAITING_DAYS)) return fieldErrors({ last: 'waiting.tooFarAhead' });
  return ok();
}

async function write(
  tx: Tx,
  clientId: string,
  { serviceId, first, last }: WaitInput,
  now: Date,
): Promise<Result<{ entryId: string }>> {
  await lockClient(tx, clientId);
  if (await isWaitingFor(tx, { clientId, serviceId })) return err('waiting.already');
  if ((await countOpenEntries(tx, clientId)) >= MOST_WAITING) return err('waiting.tooMany');
  const entryId = await insertEntry(tx, {
    clientId,
    serviceId,
    firstDate: first,
    lastDate: last,
    createdAt: now,
  });
  await auditJoin(tx, { entryId, clientId, now });
  return ok({ entryId });
}
