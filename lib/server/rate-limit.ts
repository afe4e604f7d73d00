import ipaddr from 'ipaddr.js';
import { db } from '@/lib/server/db/client';

/**
 * Of an address what one customer of a network holds, as a key of a limit: an IPv4 address itself, of an IPv6 address its
 * first 64 bits, since everybody has that many at hand (RFC 6177).
 */
export function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  return `${ipaddr.IPv6.parse(address)
    .parts.slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

/**
 * Counts one attempt against `key` (purpose, then address, account or target). True while at most `limit` fall
 * into the present window of `windowSeconds`. One statement, so that parallel requests cannot slip through;
 * when the database fails, so does the attempt.
 */
export async function isWithinLimit(key: string, limit: number, windowSeconds: number): Promise<boolean> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    insert into rate_limit (key, window_start, count) values (${key}, clock_timestamp(), 1)
    on conflict (key) do update set
      count = case when rate_limit.window_start < clock_timestamp() - make_interval(secs => ${windowSeconds}) then 1 else rate_limit.count + 1 end,
      window_start = case when rate_limit.window_start < clock_timestamp() - make_interval(secs => ${windowSeconds}) then clock_timestamp() else rate_limit.window_start end
    returning count`;
  return (rows[0]?.count ?? limit + 1) <= limit;
}

/** Takes one attempt off each key again: what succeeded does not count. */
export async function giveBack(keys: readonly string[]): Promise<void> {
  await db().rateLimit.updateMany({
    where: { key: { in: [...keys] }, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** No window is longer than a day, so that a counter begun before that counts nothing any more. */
export async function forgetOldCounters(): Promise<void> {
  await db().$executeRaw`delete from rate_limit where window_start < clock_timestamp() - interval '1 day'`;
}
