import type { Tie } from '@/lib/relationships/types';
import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import type { NoteRecord } from './types';

const noteSelect = {
  id: true,
  providerId: true,
  clientId: true,
  bookingId: true,
  keyId: true,
  sealed: true,
  version: true,
  createdAt: true,
  changedAt: true,
  deletedAt: true,
} as const satisfies Prisma.ClientNoteSelect;

export async function insertNote(tx: Tx, data: Prisma.ClientNoteUncheckedCreateInput): Promise<void> {
  await tx.clientNote.create({ data, select: { id: true } });
}

/** Reads the row and keeps others from changing it until the transaction ends. */
export async function lockNote(tx: Tx, id: string): Promise<NoteRecord | null> {
  await tx.$queryRaw`select 1 from client_note where id = ${id}::uuid for update`;
  return tx.clientNote.findUnique({ where: { id }, select: noteSelect });
}

export async function updateNote(
  tx: Tx,
  id: string,
  data: Prisma.ClientNoteUncheckedUpdateInput,
): Promise<void> {
  await tx.clientNote.update({ where: { id }, data, select: { id: true } });
}

/** Notes that stand, the latest first. */
export function listNotes(
  database: Database,
  tie: Tie,
  { take, skip }: { take: number; skip: number },
): Promise<NoteRecord[]> {
  return database.clientNote.findMany({
    where: { ...tie, deletedAt: null },
    select: noteSelect,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    skip,
  });
}

/** Notes deleted after this instant, the latest first. */
export function listDeletedNotes(database: Database, tie: Tie, after: Date): Promise<NoteRecord[]> {
  return database.clientNote.findMany({
    where: { ...tie, deletedAt: { gt: after } },
    select: noteSelect,
    orderBy: [{ deletedAt: 'desc' }, { id: 'desc' }],
    take: 50,
  });
}

export async function deleteNotesGone(database: Database, lastDeletedAt: Date): Promise<number> {
  return (await database.clientNote.deleteMany({ where: { deletedAt: { lte: lastDeletedAt } } })).count;
}

/** Notes sealed with another key than this one, without those of these ids. */
export function listSealedOtherwise(
  database: Database,
  keyId: string,
  seen: string[],
  limit: number,
): Promise<{ id: string }[]> {
  return database.clientNote.findMany({
    where: { keyId: { not: keyId }, id: { notIn: seen } },
    select: { id: true },
    take: limit,
  });
}
