import { isConstraintViolation } from '@/lib/server/db/errors';
import type { Tx } from '@/lib/server/db/client';
import {
  deleteExpiredHolds,
  deleteOccupancy,
  insertOccupancy,
  type MovedOccupation,
  type Occupation,
  updateInterval,
  updateOccupancy,
} from './repository';

/**
 * Takes a specialist's time, buffers included. Holds whose time is over make way first. The exclusion constraint
 * decides between parallel requests; the loser's transaction is aborted: see `isTimeTaken`.
 */
export async function occupyTime(tx: Tx, occupation: Occupation, now: Date): Promise<void> {
  await deleteExpiredHolds(tx, occupation.specialistId, occupation, now);
  await insertOccupancy(tx, occupation);
}

/** Whether a transaction was aborted because the time is occupied by somebody else. */
export function isTimeTaken(error: unknown): boolean {
  return isConstraintViolation(error, 'occupancy_no_overlap');
}

/**
 * Turns a hold into an occupation without end, or takes the time anew when the hold was swept away. Aborts the
 * transaction like `occupyTime` when the time is taken by now.
 */
export async function confirmTime(
  tx: Tx,
  occupation: Omit<Occupation, 'heldUntil'>,
  now: Date,
): Promise<void> {
  const wasHeld = await updateOccupancy(tx, occupation.sourceId, { kind: occupation.kind, heldUntil: null });
  if (!wasHeld) await occupyTime(tx, { ...occupation, heldUntil: null }, now);
}

/**
 * Moves what takes a specialist's time already to another stretch, which may overlap the old one. Aborts the transaction
 * like `occupyTime` when the time is taken.
 */
export async function moveTime(tx: Tx, occupation: MovedOccupation, now: Date): Promise<void> {
  await deleteExpiredHolds(tx, occupation.specialistId, occupation, now);
  await updateInterval(tx, occupation);
}

/** Prolongs a hold; false when it is gone. */
export function prolongHold(tx: Tx, sourceId: string, heldUntil: Date): Promise<boolean> {
  return updateOccupancy(tx, sourceId, { kind: 'hold', heldUntil });
}

/** Gives the time back. */
export function freeTime(tx: Tx, sourceId: string): Promise<void> {
  return deleteOccupancy(tx, sourceId);
}
