import type { Database } from '@/lib/server/db/client';
import type { Prisma } from '@/lib/server/db/generated/client';

export type DirectoryEntry = Omit<Prisma.SearchDocumentUncheckedCreateInput, 'providerId' | 'updatedAt'>;

export async function upsertDocument(
  database: Database,
  providerId: string,
  data: DirectoryEntry,
): Promise<void> {
  await database.searchDocument.upsert({
    where: { providerId },
    create: { providerId, ...data },
    update: data,
    select: { providerId: true },
  });
}

export async function deleteDocument(database: Database, providerId: string): Promise<void> {
  await database.searchDocument.deleteMany({ where: { providerId } });
}

/** Providers whose next free time has passed, or was computed before the given instant; the oldest first. */
export async function listStale(
  database: Database,
  { now, computedBefore }: { now: Date; computedBefore: Date },
  limit: number,
): Promise<string[]> {
  const rows = await database.searchDocument.findMany({
    where: {
      OR: [
        { nextFreeAt: { lte: now } },
        { nextFreeComputedAt: null },
        { nextFreeComputedAt: { lt: computedBefore } },
      ],
    },
    select: { providerId: true },
    orderBy: { nextFreeComputedAt: { sort: 'asc', nulls: 'first' } },
    take: limit,
  });
  return rows.map(({ providerId }) => providerId);
}
