import type { Actor } from '@/lib/access/actor';
import { asClientOf } from '@/lib/booking/as-client';
import { MOST_WAITING } from '@/lib/booking/rules/waiting';
import { auditJoin } from '@/lib/booking/waiting/move-entry';
import { countOpenEntries, lockClient } from '@/lib/booking/waiting/of-client';
import { now as clock } from '@/lib/server/clock';
import { db, type Tx } from '@/lib/server/db/client';
import { inTransaction } from '@/lib/server/db/transaction';
import { isWithinLimit } from '@/lib/server/rate-limit';
import { err, ok, type Result } from '@/lib/shared/result';
import { countTaken, findEvent, lockEvent } from '../repository';
import { seatsLeft, whyNotOnSale } from '../rules/seats';
import { findOpenSeat } from '../seats/repository';
import { insertSeatEntry, isWaitingForSeat } from './repository';

/**
 * The client waits for a seat of an event that is full. While one is free there is nothing to wait for:
 * `waiting.seatsFree`. Once an event (`waiting.already`), ten waits in all (`waiting.tooMany`).
 */
export async function waitForSeat(
  actor: Actor,
  { eventId }: { eventId: string },
): Promise<Result<{ entryId: string }>> {
  const event = await findEvent(db(), eventId);
  if (!event || event.status === 'draft') return err('common.notFound');
  const client = asClientOf(actor, 'seat:take', event);
  if (!client.ok) return client;
  const { accountId } = client.value;
  if (!(await isWithinLimit(`wait/${accountId}`, 30, 3600))) return err('common.rateLimited');
  const now = await clock();
  return inTransaction((tx) => write(tx, { eventId, clientId: accountId }, now));
}

type Wait = { eventId: string; clientId: string };

async function write(tx: Tx, wait: Wait, now: Date): Promise<Result<{ entryId: string }>> {
  const event = await lockEvent(tx, wait.eventId);
  if (!event) return err('common.notFound');
  const refusal = whyNotOnSale(event, now);
  if (refusal) return err(refusal);
  await lockClient(tx, wait.clientId);
  const own = await findOpenSeat(tx, wait);
  if (own && own.status !== 'held') return err('event.alreadyBooked');
  if (await isWaitingForSeat(tx, wait)) return err('waiting.already');
  const taken = (await countTaken(tx, [event.id], now))(event.id);
  if (seatsLeft(event.maximumSeats, taken) > 0) return err('waiting.seatsFree');
  if ((await countOpenEntries(tx, wait.clientId)) >= MOST_WAITING) return err('waiting.tooMany');
  const entryId = await insertSeatEntry(tx, { ...wait, createdAt: now });
  await auditJoin(tx, { entryId, clientId: wait.clientId, now });
  return ok({ entryId });
}
