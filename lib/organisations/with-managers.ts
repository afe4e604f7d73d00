import type { Tx } from '@/lib/server/db/client';
import { listManagerAccounts } from './repository';

type Reader = { id: string; email: string; locale: string };

/** Who hears of something at an organisation: these accounts and its managers, nobody twice. */
export async function withManagers<T extends Reader>(
  tx: Tx,
  organisationId: string,
  readers: readonly T[],
): Promise<(T | Reader)[]> {
  const all = [...readers, ...(await listManagerAccounts(tx, organisationId))];
  return all.filter((one, index) => all.findIndex(({ id }) => id === one.id) === index);
}
