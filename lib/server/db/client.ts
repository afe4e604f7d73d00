import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/server/env';
import { type Prisma, PrismaClient } from './generated/client';
import { statementNames } from './statement-names';

/** A transaction that is under way. */
export type Tx = Prisma.TransactionClient;
/** Where a query runs: the pool or a transaction. */
export type Database = PrismaClient | Tx;

const store = globalThis as { consiliaDatabase?: PrismaClient };

/** The pool of this process; opened on first use. Kept on globalThis because Next loads modules more than once. */
export function db(): PrismaClient {
  store.consiliaDatabase ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env().DATABASE_URL, max: env().DATABASE_POOL },
      { statementNameGenerator: statementNames() },
    ),
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  return store.consiliaDatabase;
}

export async function closeDatabase(): Promise<void> {
  const client = store.consiliaDatabase;
  delete store.consiliaDatabase;
  await client?.$disconnect();
}
