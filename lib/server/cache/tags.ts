import { db } from '@/lib/server/db/client';

/**
 * Declares every rendered page and cached read with one of these tags stale, for all processes at once. Call it
 * after the commit: a page that is rendered before would be stored as new with old data.
 */
export async function touchTags(tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return;
  await db().$executeRaw`
    insert into page_tag (tag, revalidated_at) select unnest(${[...tags]}::text[]), clock_timestamp()
    on conflict (tag) do update set revalidated_at = excluded.revalidated_at`;
}
