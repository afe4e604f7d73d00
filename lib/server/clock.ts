import { db } from '@/lib/server/db/client';
import { env } from '@/lib/server/env';

/**
 * The product's time. On a real service the clock of the machine; where CONSILIA_TEST_CLOCK is set, that clock
 * plus the offset in the database, so that a demo or a test moves all processes at once.
 */
export async function now(): Promise<Date> {
  if (!env().CONSILIA_TEST_CLOCK) return new Date();
  const row = await db().clockOffset.findUnique({ where: { id: 1 }, select: { milliseconds: true } });
  return new Date(Date.now() + Number(row?.milliseconds ?? 0));
}
