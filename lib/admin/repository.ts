import type { Database } from '@/lib/server/db/client';
import type { ListedProvider } from './types';

export type ProviderPosition = { name: string; id: string };

/** What stands for other signs in a pattern of the database means itself. */
const asWritten = (word: string) => word.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** Providers whose name holds some words, by name, from a place in the list on. */
export async function listProviders(
  database: Database,
  { words, after, take }: { words: readonly string[]; after: ProviderPosition | null; take: number },
): Promise<ListedProvider[]> {
  const rows = await database.provider.findMany({
    where: {
      AND: words.map((word) => ({
        displayName: { contains: asWritten(word), mode: 'insensitive' as const },
      })),
      ...(after && {
        OR: [{ displayName: { gt: after.name } }, { displayName: after.name, id: { gt: after.id } }],
      }),
    },
    select: {
      id: true,
      displayName: true,
      portrait: true,
      kind: true,
      status: true,
      city: true,
      allowedPlaces: true,
    },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    take,
  });
  return rows.map(({ displayName: name, ...row }) => ({ ...row, name }));
}
