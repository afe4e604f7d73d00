import type { Database, Tx } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';
import type { FileStatus } from '@/lib/server/db/generated/enums';
import { withoutJob } from '@/lib/server/jobs/live-jobs';
import type { ContentType } from '@/lib/shared/file-limits';

/** Which domain may take a file. */
export type FilePurpose = 'claim';

/** Why a file was not taken. */
export const refusals = ['size', 'type', 'image', 'missing'] as const;
export type Refusal = (typeof refusals)[number];

export type FileRecord = {
  id: string;
  accountId: string;
  purpose: string;
  status: FileStatus;
  name: string;
  size: number;
  contentType: ContentType | null;
  storageKey: string | null;
  keyId: string | null;
  refusal: Refusal | null;
  attachedAt: Date | null;
};

const fields = {
  id: true,
  accountId: true,
  purpose: true,
  status: true,
  name: true,
  size: true,
  contentType: true,
  storageKey: true,
  keyId: true,
  refusal: true,
  attachedAt: true,
} as const satisfies Prisma.StoredFileSelect;

type Row = Omit<FileRecord, 'contentType' | 'refusal'> & {
  contentType: string | null;
  refusal: string | null;
};

/** The database keeps only what the checks wrote. */
const toRecord = (row: Row): FileRecord => row as FileRecord;

type NewFile = Pick<FileRecord, 'id' | 'accountId' | 'name' | 'size'> & {
  purpose: FilePurpose;
  createdAt: Date;
};

export async function insertFiles(database: Database, files: readonly NewFile[]): Promise<void> {
  await database.storedFile.createMany({ data: [...files] });
}

export async function findFile(database: Database, id: string): Promise<FileRecord | null> {
  const row = await database.storedFile.findUnique({ where: { id }, select: fields });
  return row && toRecord(row);
}

export async function lockFile(tx: Tx, id: string): Promise<FileRecord | null> {
  await tx.$queryRaw`select id from stored_file where id = ${id}::uuid for update`;
  return findFile(tx, id);
}

export async function updateFile(
  tx: Tx,
  id: string,
  data: Prisma.StoredFileUncheckedUpdateInput,
): Promise<void> {
  await tx.storedFile.update({ where: { id }, data, select: { id: true } });
}

export async function deleteFile(tx: Tx, id: string): Promise<void> {
  await tx.storedFile.delete({ where: { id }, select: { id: true } });
}

/** Files of an account that it has not added to anything yet, locked. */
export async function lockLooseFiles(
  tx: Tx,
  { accountId, purpose, ids }: { accountId: string; purpose: FilePurpose; ids: readonly string[] },
): Promise<FileRecord[]> {
  await tx.$queryRaw`select id from stored_file where id = any(${[...ids]}::uuid[]) order by id for update`;
  const rows = await tx.storedFile.findMany({
    where: { id: { in: [...ids] }, accountId, purpose, attachedAt: null },
    select: fields,
  });
  return rows.map(toRecord);
}

export async function markAttached(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.storedFile.updateMany({ where: { id: { in: [...ids] } }, data: { attachedAt: now } });
}

/** What was uploaded, or only announced, and added to nothing since. */
export async function listAbandoned(
  database: Database,
  before: Date,
  seen: readonly string[],
  take: number,
): Promise<{ id: string }[]> {
  return database.storedFile.findMany({
    where: { attachedAt: null, createdAt: { lt: before }, id: { notIn: [...seen] } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take,
  });
}

/** Uploaded before an instant, still unchecked, and without a job. */
export async function listForgotten(
  database: Database,
  before: Date,
  take: number,
): Promise<{ id: string }[]> {
  return database.$queryRaw<{ id: string }[]>`
    select id from stored_file where status = 'uploaded' and uploaded_at < ${before}
      and ${withoutJob('file.check', 'fileId', 'id::text')} limit ${take}`;
}

export async function listSealedOtherwise(
  database: Database,
  keyId: string,
  seen: readonly string[],
  take: number,
): Promise<{ id: string }[]> {
  return database.storedFile.findMany({
    where: { status: 'ready', keyId: { not: keyId }, id: { notIn: [...seen] } },
    select: { id: true },
    take,
  });
}
